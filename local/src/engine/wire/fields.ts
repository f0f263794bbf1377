import { onDemand } from 'bson'

const TYPE = { double: 1, text: 2, document: 3, array: 4, boolean: 8, int32: 16, int64: 18 } as const

/** A field of a BSON document whose value is not decoded. */
export interface Field {
  readonly type: number
  readonly value: Buffer
}

/** Top-level fields of a document, in its order. Reading what a gateway needs this way costs a tenth of decoding it. */
export type Fields = ReadonlyMap<string, Field>

export function readFields(document: Buffer): Fields {
  const fields = new Map<string, Field>()
  for (const [type, nameOffset, nameLength, offset, length] of onDemand.parseToElements(document)) {
    const name = document.toString('utf8', nameOffset, nameOffset + nameLength)
    fields.set(name, { type, value: document.subarray(offset, offset + length) })
  }
  return fields
}

export function textOf(field: Field | undefined): string | undefined {
  return field?.type === TYPE.text ? field.value.toString('utf8', 4, field.value.length - 1) : undefined
}

/** Truth as MongoDB reads it: numbers other than 0 are true. */
export function truthOf(field: Field | undefined): boolean {
  if (field === undefined) return false
  if (field.type === TYPE.boolean) return field.value[0] === 1
  if (field.type === TYPE.double) return field.value.readDoubleLE(0) !== 0
  return (longOf(field) ?? 0n) !== 0n
}

export function longOf(field: Field | undefined): bigint | undefined {
  if (field?.type === TYPE.int64) return field.value.readBigInt64LE(0)
  if (field?.type === TYPE.int32) return BigInt(field.value.readInt32LE(0))
  return undefined
}

/** The bytes of an embedded document or array. */
export function documentOf(field: Field | undefined): Buffer | undefined {
  return field?.type === TYPE.document || field?.type === TYPE.array ? field.value : undefined
}

/** The documents of a sequence, which lie one after the other. */
export function splitSequence(sequence: Buffer): Buffer[] {
  const documents: Buffer[] = []
  for (let offset = 0; offset < sequence.length; ) {
    const length = sequence.readInt32LE(offset)
    documents.push(sequence.subarray(offset, offset + length))
    offset += length
  }
  return documents
}
