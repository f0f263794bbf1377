export interface Film {
  readonly title: string
  readonly synopsis: string
  /** Of the version that is usually shown today; silent films differ by restoration and speed. */
  readonly runtimeMinutes: number
  readonly genres: readonly string[]
}

/** Real films, all in the public domain in the United States: published before 1930, or their copyright was not renewed or not claimed. */
export const films: readonly Film[] = [
  {
    title: 'The Cabinet of Dr. Caligari', runtimeMinutes: 77, genres: ['Horror', 'Silent'],
    synopsis: '1920, Robert Wiene. A showman wakes a sleepwalker at the fair, and by night people of the town begin to die.',
  },
  {
    title: 'The Kid', runtimeMinutes: 68, genres: ['Comedy', 'Drama', 'Silent'],
    synopsis: '1921, Charlie Chaplin. A tramp finds a baby in an alley and brings him up, until the world asks for the boy back.',
  },
  {
    title: 'Nosferatu', runtimeMinutes: 94, genres: ['Horror', 'Silent'],
    synopsis: '1922, F. W. Murnau. A young clerk sells a house to a count in the Carpathians and brings the plague home with him.',
  },
  {
    title: 'Safety Last!', runtimeMinutes: 73, genres: ['Comedy', 'Silent'],
    synopsis: '1923, Fred Newmeyer and Sam Taylor. A shop assistant promises a stunt for the advertisement and has to climb the building himself.',
  },
  {
    title: 'Sherlock Jr.', runtimeMinutes: 45, genres: ['Comedy', 'Silent'],
    synopsis: '1924, Buster Keaton. A projectionist who studies to be a detective falls asleep and walks into the film that he is showing.',
  },
  {
    title: 'Battleship Potemkin', runtimeMinutes: 75, genres: ['Drama', 'History', 'Silent'],
    synopsis: '1925, Sergei Eisenstein. Rotten meat starts a mutiny on a warship, and the people of Odessa come down the steps to greet it.',
  },
  {
    title: 'The Gold Rush', runtimeMinutes: 95, genres: ['Adventure', 'Comedy', 'Silent'],
    synopsis: '1925, Charlie Chaplin. A lone prospector finds snow, hunger and a dance-hall girl in the Klondike, and makes dinner of his shoe.',
  },
  {
    title: 'The Phantom of the Opera', runtimeMinutes: 93, genres: ['Horror', 'Silent'],
    synopsis: '1925, Rupert Julian. Below the Paris opera lives a masked musician who will have one singer on the stage, whatever it costs.',
  },
  {
    title: 'The General', runtimeMinutes: 79, genres: ['Action', 'Comedy', 'Silent'],
    synopsis: '1926, Buster Keaton and Clyde Bruckman. Spies steal an engineer’s beloved locomotive, and he goes after it behind the enemy lines.',
  },
  {
    title: 'Metropolis', runtimeMinutes: 153, genres: ['Science fiction', 'Silent'],
    synopsis: '1927, Fritz Lang. The son of the master of a great city goes down to the machines and meets those who keep them running.',
  },
  {
    title: 'Sunrise: A Song of Two Humans', runtimeMinutes: 94, genres: ['Drama', 'Romance', 'Silent'],
    synopsis: '1927, F. W. Murnau. A farmer, talked into murder by a woman from the city, takes his wife across the lake.',
  },
  {
    title: 'Man with a Movie Camera', runtimeMinutes: 68, genres: ['Documentary', 'Silent'],
    synopsis: '1929, Dziga Vertov. A day in the life of a city, and of the camera that sees it; no story, no actors, no captions.',
  },
  {
    title: 'My Man Godfrey', runtimeMinutes: 94, genres: ['Comedy', 'Romance'],
    synopsis: '1936, Gregory La Cava. A scatterbrained heiress finds a butler among the homeless by the river, and he turns out to be the sane one.',
  },
  {
    title: 'His Girl Friday', runtimeMinutes: 92, genres: ['Comedy', 'Romance'],
    synopsis: '1940, Howard Hawks. An editor has one day, and one hanging, to keep his best reporter from leaving and marrying another.',
  },
  {
    title: 'Meet John Doe', runtimeMinutes: 122, genres: ['Comedy', 'Drama'],
    synopsis: '1941, Frank Capra. A columnist invents a man who will jump from the city hall in protest, and then has to hire one.',
  },
  {
    title: 'Detour', runtimeMinutes: 68, genres: ['Crime', 'Film noir'],
    synopsis: '1945, Edgar G. Ulmer. A pianist hitch-hikes to his girl in California, takes a dead man’s car, and picks up the wrong passenger.',
  },
  {
    title: 'Scarlet Street', runtimeMinutes: 102, genres: ['Crime', 'Drama', 'Film noir'],
    synopsis: '1945, Fritz Lang. A cashier who paints on Sundays falls for a woman who takes him for a rich artist, and her friend sees a chance.',
  },
  {
    title: 'The Stranger', runtimeMinutes: 95, genres: ['Film noir', 'Thriller'],
    synopsis: '1946, Orson Welles. An investigator follows a war criminal to a quiet town with a clock tower, where he is about to be married.',
  },
  {
    title: 'The Hitch-Hiker', runtimeMinutes: 71, genres: ['Film noir', 'Thriller'],
    synopsis: '1953, Ida Lupino. Two friends on a fishing trip give a lift to a man with a gun, who sleeps with one eye open.',
  },
  {
    title: 'House on Haunted Hill', runtimeMinutes: 75, genres: ['Horror', 'Mystery'],
    synopsis: '1959, William Castle. A millionaire offers five strangers ten thousand dollars each to spend one night in his house.',
  },
  {
    title: 'The Little Shop of Horrors', runtimeMinutes: 72, genres: ['Comedy', 'Horror'],
    synopsis: '1960, Roger Corman. A clumsy florist’s assistant grows a plant that makes the shop famous, and learns what it eats.',
  },
  {
    title: 'Carnival of Souls', runtimeMinutes: 78, genres: ['Horror'],
    synopsis: '1962, Herk Harvey. The only survivor of a car in the river takes a post as an organist, and an empty pavilion by the lake calls her.',
  },
  {
    title: 'Charade', runtimeMinutes: 113, genres: ['Comedy', 'Mystery', 'Thriller'],
    synopsis: '1963, Stanley Donen. A widow in Paris is after the truth about her husband; four men are after the money that he left.',
  },
  {
    title: 'Night of the Living Dead', runtimeMinutes: 96, genres: ['Horror'],
    synopsis: '1968, George A. Romero. Seven people bar the doors of a farmhouse while the dead gather outside, and can’t agree on anything.',
  },
]
