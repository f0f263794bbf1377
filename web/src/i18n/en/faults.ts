export default {
  again: 'Try again',
  unreachable: {
    title: 'The cinema can’t be reached',
    text: 'No answer came back. Look at your connection, and try again.',
  },
  busy: {
    title: 'That did not work just now',
    text: 'A part of the cinema’s system is busy or restarting. It is most often back within a minute.',
  },
  inside: {
    title: 'Something went wrong on our side',
    text: 'It is noted. Trying again may help.',
  },
  number: 'If you write to us about it, tell us this number: {number}',
  short: {
    unreachable: 'No answer came back. Look at your connection, and try again.',
    busy: 'That did not work just now. Try again in a moment.',
    limited: 'That was a lot at once. Try again in {seconds, plural, one {# second} other {# seconds}}.',
    inside: 'Something went wrong on our side. Try again.',
  },
} as const
