export default {
  loading: 'The film is loading.',
  back: 'Programme',
  times: 'When it is shown',
  none: 'No times yet',
  noneText: 'It is not in the programme of the coming days.',
  rating: 'Rated {rating}',
  from: 'Seats from {price}',
} as const
