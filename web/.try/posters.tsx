import '../src/style/fonts.css'
import '../src/style/tokens.css'
import { createRoot } from 'react-dom/client'
import { Poster } from '../src/poster/poster.js'
import { films } from '../../local/src/demo/films.js'
const size = Number(new URLSearchParams(location.search).get('size') ?? 180)
const from = Number(new URLSearchParams(location.search).get('from') ?? 0), to = Number(new URLSearchParams(location.search).get('to') ?? 99)
createRoot(document.getElementById('root')!).render(<div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, background: 'var(--paper)' }}>
  {films.slice(from, to).map((f) => <div key={f.title} style={{ width: size }}><Poster title={f.title} genres={f.genres} /></div>)}
</div>)
