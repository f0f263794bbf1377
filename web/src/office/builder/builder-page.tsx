import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSearchParams } from 'wouter'
import { remember, remembered } from '../../data/remember.js'
import { useAsk } from '../../data/use-ask.js'
import { Page } from '../../layout/page.js'
import { rooms } from '../schedule/questions.js'
import styles from './builder-page.module.css'
import { BuiltNotice } from './built-notice.js'
import { faultsOf } from './checked.js'
import { gridFrom } from './grid.js'
import { GridEditor } from './grid-editor.js'
import { seatsOf } from './naming.js'
import { Preview } from './preview.js'
import { draftAsText, draftFromText } from './room-draft.js'
import { RoomFields } from './room-fields.js'
import type { Naming } from './room-fields.js'
import { roomOf } from './room-of.js'
import { Summary } from './summary.js'
import { ToolBar } from './tool-bar.js'
import type { Tool } from './tools.js'
import { useAnnouncedDrawing } from './use-announced-drawing.js'
import { firstGrid } from './use-drawing.js'
import { useSave } from './use-save.js'
import { ViewChoice } from './view-choice.js'

/** Under which name this browser keeps what is being built. */
const KEPT = 'room'

/** A room on a grid. `?like=` is another one to begin with. */
export function BuilderPage() {
  const t = useTranslations('officeBuilder')
  const [search] = useSearchParams()
  const [kept] = useState(() => (search.has('like') ? null : draftFromText(remembered(KEPT))))
  const [name, setName] = useState(kept?.name ?? '')
  const [naming, setNaming] = useState<Naming>(kept ?? { names: 'plain', direction: 'left' })
  const [tool, setTool] = useState<Tool>('PREMIUM')
  const [isPreview, setIsPreview] = useState(false)
  const [isTried, setIsTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { data: known = [] } = useAsk(rooms)
  const { grid, said, ...drawing } = useAnnouncedDrawing(kept?.grid ?? firstGrid)
  const { isBusy, error, saved, save } = useSave()
  const seats = useMemo(() => seatsOf(grid, naming.names, naming.direction), [grid, naming])
  const faults = faultsOf(name, seats, known)

  const { data: like } = useAsk(roomOf(search.get('like') ?? ''), { when: search.has('like') })
  const { replace } = drawing
  useEffect(() => {
    if (like != null) replace(gridFrom(like.seats))
  }, [like, replace])

  const isFresh = name === '' && grid === firstGrid
  useEffect(() => {
    remember(KEPT, saved !== null || isFresh ? null : draftAsText({ name, names: naming.names, direction: naming.direction, grid }))
  }, [saved, isFresh, name, naming, grid])

  function startOver(): void {
    setName('')
    replace(firstGrid)
  }

  function pick(next: Tool): void {
    setTool(next)
    drawing.tellTool(next)
  }

  if (saved !== null) return <BuiltNotice saved={saved} />
  return (
    <Page title={t('title')}>
      <form ref={form} className={styles.page} noValidate onSubmit={(event) => {
        event.preventDefault()
        setIsTried(true)
        if (Object.keys(faults).length === 0) void save(name.trim(), seats)
        else if (faults.name !== undefined) form.current?.querySelector<HTMLInputElement>('[name=name]')?.focus()
      }}>
        <RoomFields
          name={name} fault={isTried && faults.name !== undefined ? t(`faults.${faults.name}`, { name: name.trim(), count: 0, most: 0 }) : undefined} onName={setName}
          grid={grid} onSize={drawing.resize} naming={naming} onNaming={setNaming}
        />
        <div className={styles.stage}>
          <div className={styles.bars}>
            <ViewChoice isPreview={isPreview} onChange={setIsPreview} />
            {!isPreview && <ToolBar tool={tool} onTool={setTool} drawing={drawing} isFresh={isFresh} onStartOver={startOver} />}
          </div>
          <p role="status" className="visually-hidden">{said}</p>
          {isPreview ? (
            <Preview seats={seats} />
          ) : (
            <>
              <GridEditor grid={grid} seats={seats} tool={tool} onTool={pick} onPaint={drawing.paint} onUndo={drawing.undo} onRedo={drawing.redo} />
              <p className={styles.hint}>{t('hint')}</p>
            </>
          )}
        </div>
        <Summary seats={seats} fault={isTried || faults.seats === 'tooMany' ? faults.seats : undefined} error={error} isBusy={isBusy} />
      </form>
    </Page>
  )
}
