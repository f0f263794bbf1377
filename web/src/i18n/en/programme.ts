export default {
  title: 'Programme',
} as const
