import { NotFoundPage } from '../layout/not-found-page.js'

export function FilmPage({ id: _id }: { readonly id: string }) {
  return <NotFoundPage />
}
