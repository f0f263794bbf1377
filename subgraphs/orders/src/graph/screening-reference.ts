/** A screening, of which only the id is told from here on. */
export interface ScreeningReference {
  readonly id: string
}
