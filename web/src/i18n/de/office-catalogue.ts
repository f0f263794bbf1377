import office from './office.js'

export default { office }
