import dates from './dates.js'
import faults from './faults.js'
import film from './film.js'
import genres from './genres.js'
import layout from './layout.js'
import programme from './programme.js'
import screening from './screening.js'
import seatMap from './seat-map.js'
import session from './session.js'

export default { dates, faults, film, genres, layout, programme, screening, seatMap, session }
