export default {
  today: 'Today',
  tomorrow: 'Tomorrow',
  moment: '{day} at {time}',
} as const
