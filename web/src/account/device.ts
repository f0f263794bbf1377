export interface Device {
  /** Null: it says nothing that anybody would know. */
  readonly browser: string | null
  readonly system: string | null
}

/** The first that fits: most browsers also claim to be those that came before them. */
const browsers = [
  ['Edge', /\bEdgA?(?:iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
] as const

/** What people would call it, from how a browser names itself. Enough to tell one's own apart. */
export function deviceOf(userAgent: string | null): Device {
  const find = (known: readonly (readonly [string, RegExp])[]) => known.find(([, form]) => form.test(userAgent ?? ''))?.[0] ?? null
  return { browser: find(browsers), system: find(systems) }
}
