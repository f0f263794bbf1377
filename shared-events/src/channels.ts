/** Doorbells: what may have changed. */
export const screeningChannel = (screeningId: string): string => `screening:${screeningId}`
export const orderChannel = (orderId: string): string => `order:${orderId}`
