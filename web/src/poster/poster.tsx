import { memo, useId } from 'react'
import { HEIGHT, WIDTH, drawPoster } from './draw-poster.js'
import styles from './poster.module.css'

export interface PosterProps {
  readonly title: string
  readonly genres: readonly string[]
  readonly className?: string | undefined
}

/** The film's poster. Decoration: the title stands beside it. It is as wide as its place. */
export const Poster = memo(function Poster({ title, genres, className }: PosterProps) {
  const { inks, frame, layers, title: lines } = drawPoster({ title, genres })
  const id = useId()
  return (
    <svg className={[styles.poster, className].join(' ')} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <clipPath id={id}><rect {...frame} /></clipPath>
      <rect width={WIDTH} height={HEIGHT} fill={inks.paper} />
      <g clipPath={`url(#${id})`} fillRule="evenodd">
        {layers.map(({ ink, path }, index) => <path key={index} d={path} fill={inks[ink]} />)}
      </g>
      <g fill={inks.title}>
        {lines.map(({ text, x, y, size, width }, index) => (
          <text key={index} x={x} y={y} fontSize={size} textLength={width} lengthAdjust="spacingAndGlyphs">{text}</text>
        ))}
      </g>
    </svg>
  )
}, (a, b) => a.title === b.title && a.className === b.className && a.genres.join() === b.genres.join())
