import account from './account.js'
import dates from './dates.js'
import faults from './faults.js'
import film from './film.js'
import genres from './genres.js'
import layout from './layout.js'
import orders from './orders.js'
import programme from './programme.js'
import screening from './screening.js'
import seatMap from './seat-map.js'
import session from './session.js'

export default { account, dates, faults, film, genres, layout, orders, programme, screening, seatMap, session }
