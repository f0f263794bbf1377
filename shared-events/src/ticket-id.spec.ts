import { expect, test } from 'vitest'
import { parseTicketId, ticketId } from './ticket-id.js'

test.each(['A1', 'Reihe Ö, Platz 7', '一列目.5'])('The ticket id of seat %s is taken apart as it was made', (seatLabel) => {
  expect(parseTicketId(ticketId('s-1', seatLabel))).toEqual({ screeningId: 's-1', seatLabel })
})

test.each(['', '.', 's-1', 's-1.', '.QTE', 's-1.QTE=', 's-1.Q!E', 's-1.QTE.x'])('"%s" is no ticket id', (text) => {
  expect(parseTicketId(text)).toBeNull()
})
