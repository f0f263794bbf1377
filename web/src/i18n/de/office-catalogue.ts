import office from './office.js'
import officeBuilder from './office-builder.js'
import officeDashboard from './office-dashboard.js'
import officeHistory from './office-history.js'
import officeSchedule from './office-schedule.js'
import officeSeats from './office-seats.js'

export default { office, officeBuilder, officeDashboard, officeHistory, officeSchedule, officeSeats }
