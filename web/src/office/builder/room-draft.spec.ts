import { expect, test } from 'vitest'
import { newGrid, painted } from './grid.js'
import { draftAsText, draftFromText } from './room-draft.js'
import type { RoomDraft } from './room-draft.js'

const draft: RoomDraft = { name: 'Studio “2”', names: 'plain', direction: 'right', grid: painted(painted(newGrid(3, 4), [{ row: 1, column: -1 }], null), [{ row: 0, column: 0 }], 'ACCESSIBLE') }

test('a draft comes back as it was', () => {
  expect(draftFromText(draftAsText(draft))).toEqual(draft)
})

test.each([
  ['nothing', null],
  ['no text of ours', 'dark'],
  ['too few places', draftAsText(draft).replace('ssss', 'sss')],
  ['a kind that is not known', draftAsText(draft).replace('ssss', 'ssxs')],
  ['a size beyond what is possible', JSON.stringify(['', 'plain', 'left', 61, 1, 's'.repeat(61)])],
])('%s is no draft', (_, text) => {
  expect(draftFromText(text)).toBeNull()
})
