import type english from '../en/genres.js'
import type { Translated } from '../catalogue.js'

export default {
  action: 'Action',
  adventure: 'Abenteuer',
  animation: 'Animation',
  comedy: 'Komödie',
  crime: 'Krimi',
  documentary: 'Dokumentarfilm',
  drama: 'Drama',
  family: 'Familie',
  fantasy: 'Fantasy',
  filmNoir: 'Film noir',
  history: 'Historie',
  horror: 'Horror',
  musical: 'Musical',
  mystery: 'Mystery',
  romance: 'Liebe',
  scienceFiction: 'Science-Fiction',
  silent: 'Stummfilm',
  thriller: 'Thriller',
  war: 'Krieg',
  western: 'Western',
} as const satisfies Translated<typeof english>
