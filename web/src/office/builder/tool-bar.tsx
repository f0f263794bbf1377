import { useTranslations } from 'use-intl'
import { SeatGlyph } from '../../seat-map/seat-glyph.js'
import { Button } from '../../ui/button.js'
import { GapMark } from './gap-mark.js'
import { tools } from './tools.js'
import type { Tool } from './tools.js'
import styles from './tool-bar.module.css'

/** What is painted with, and the way back. */
export function ToolBar({ tool, onTool, drawing, isFresh, onStartOver }: {
  readonly tool: Tool
  readonly onTool: (tool: Tool) => void
  readonly drawing: { readonly canUndo: boolean; readonly canRedo: boolean; readonly undo: () => void; readonly redo: () => void }
  /** Nothing is painted or written yet. */
  readonly isFresh: boolean
  readonly onStartOver: () => void
}) {
  const t = useTranslations('officeBuilder')
  const kinds = useTranslations('seatMap.kinds')
  return (
    <div className={styles.bar}>
      <fieldset className={styles.tools}>
        <legend className="visually-hidden">{t('tools')}</legend>
        {tools.map((each) => (
          <label key={each} data-tool={each}>
            <input type="radio" name="tool" value={each} checked={tool === each} onChange={() => onTool(each)} />
            {each !== 'move' && (
              <svg viewBox="-5 -5 10 10" width="22" height="22" aria-hidden="true" data-state="free">{each === 'gap' ? <GapMark /> : <SeatGlyph kind={each} state="free" />}</svg>
            )}
            <span>{each === 'gap' || each === 'move' ? t(each) : kinds(each)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.steps}>
        <Button onClick={drawing.undo} aria-disabled={!drawing.canUndo}>{t('undo')}</Button>
        <Button onClick={drawing.redo} aria-disabled={!drawing.canRedo}>{t('redo')}</Button>
        <Button kind="quiet" onClick={onStartOver} aria-disabled={isFresh}>{t('startOver')}</Button>
      </div>
    </div>
  )
}
