import { lazy, useState } from 'react'
import type { ComponentType } from 'react'

export interface PageOnDemand<Props> {
  readonly Page: ComponentType<Props>
  /** Fetches its code: before it is opened, that costs nobody any time. */
  readonly fetch: () => Promise<unknown>
}

/** A page whose code comes when it is opened; where that is here already, the page is there in the same moment. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): PageOnDemand<Props> {
  let loaded: ComponentType<Props> | undefined
  const fetch = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Lazy = lazy(fetch)
  function Page(props: Props) {
    // The same one as long as it is shown: another would begin anew.
    const [Content] = useState<ComponentType<Props>>(() => loaded ?? Lazy)
    return <Content {...props} />
  }
  return { Page, fetch }
}
