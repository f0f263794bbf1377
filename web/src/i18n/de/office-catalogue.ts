import officeDashboard from './office-dashboard.js'
import officeHistory from './office-history.js'
import office from './office.js'

export default { office, officeDashboard, officeHistory }
