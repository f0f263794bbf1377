import account from './account.js'
import orders from './orders.js'

export default { account, orders }
