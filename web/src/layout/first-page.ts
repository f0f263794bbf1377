let first = true

/** Whether nobody has followed a link yet: the browser then does what it does with the focus of a new page. */
export function isFirstPage(): boolean {
  return first
}

export function leaveFirstPage(): void {
  first = false
}
