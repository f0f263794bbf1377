/** Pixels from seat to seat. Never less than a finger needs; what is then too wide is scrolled. */
export const LEAST = 24
export const MOST = 72
/** So large that numbers and fingers have room: more is wished for by hand. */
const COMFORTABLE = 44
export const STEP = 1.3

export function clampPitch(pitch: number): number {
  return Math.min(MOST, Math.max(LEAST, pitch))
}

/** As large as lets all be seen at once, if that is large enough. */
export function fittingPitch(plan: { readonly width: number; readonly height: number }, room: { readonly width: number; readonly height: number }): number {
  return Math.min(COMFORTABLE, clampPitch(Math.min(room.width / plan.width, room.height / plan.height)))
}

/** Where to scroll so that what was under a point stays under it. */
export function scrollAfter(scroll: number, offset: number, before: number, after: number): number {
  return ((scroll + offset) * after) / before - offset
}
