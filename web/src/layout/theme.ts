import { useCallback, useState } from 'react'
import { remember, remembered } from '../data/remember.js'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The theme that somebody chose; public/theme.js sets the same before the first paint. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => themes.find((each) => each === remembered('theme')) ?? 'system')
  const choose = useCallback((next: Theme) => {
    remember('theme', next === 'system' ? null : next)
    if (next === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = next
    setTheme(next)
  }, [])
  return [theme, choose]
}
