import faults from './faults.js'
import layout from './layout.js'
import programme from './programme.js'
import session from './session.js'

export default { faults, layout, programme, session }
