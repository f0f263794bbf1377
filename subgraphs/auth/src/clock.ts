/** The time, as a parameter, so that specs can set it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
