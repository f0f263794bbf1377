/** The hashes of operations' texts, which a graph that knows the texts takes in their stead. */
export interface Hashes {
  /** Null: the text is to be sent. */
  of(text: string): Promise<string | null>
  /** The graph takes none. */
  giveUp(): void
}

/** SHA-256, in hexadecimal. Pages that came without TLS, but from this machine, can't make any. */
export function createHashes(): Hashes {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  const known = new Map<string, string>()
  let isUsed = subtle !== undefined
  return {
    async of(text) {
      if (!isUsed) return null
      const found = known.get(text)
      if (found !== undefined) return found
      const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
      const hash = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
      known.set(text, hash)
      return hash
    },
    giveUp() {
      isUsed = false
    },
  }
}
