/** Genres that look of their own; the graph knows genres as free text. */
const looks: Readonly<Record<string, string>> = {
  horror: 'horror',
  comedy: 'comedy',
  drama: 'drama',
  romance: 'romance',
  'science fiction': 'science fiction',
  'sci-fi': 'science fiction',
  fantasy: 'adventure',
  'film noir': 'noir',
  crime: 'noir',
  thriller: 'mystery',
  mystery: 'mystery',
  documentary: 'documentary',
  adventure: 'adventure',
  western: 'adventure',
  family: 'comedy',
  animation: 'comedy',
  musical: 'romance',
  action: 'action',
  war: 'history',
  history: 'history',
}

/** Undefined: one that says nothing about how a film looks, such as Silent. */
export function genreOf(genre: string): string | undefined {
  return looks[genre.toLowerCase()]
}
