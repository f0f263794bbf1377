/**
 * SQLSTATE to MongoDB's error code. DocumentDB packs its own codes as `M0xxx`, base 36
 * (https://github.com/documentdb/documentdb, pg_documentdb_core/include/utils/documentdb_errors.h); the others are PostgreSQL's.
 */
const CODES: Readonly<Record<string, number>> = {
  M0000: 1, M0001: 2, M0003: 9, M0004: 14, M0005: 15, M0006: 20, M0008: 26, M0009: 27, M000A: 28, M000D: 40, M000E: 43,
  M000F: 48, M000G: 52, M000M: 66, M000N: 67, M000O: 68, M000P: 72, M000Q: 73, M000R: 85, M000S: 86, M000U: 115,
  M000W: 146, M0015: 241, M0016: 263, M001B: 10_334, M001C: 11_000, M00CO: 121,
  '23505': 11_000, '23P01': 11_000, '40001': 112, '40P01': 112, '55P03': 112, '57014': 50, '42P01': 26, '53100': 14_031,
}

const NAMES: Readonly<Record<number, string>> = {
  1: 'InternalError', 2: 'BadValue', 8: 'UnknownError', 9: 'FailedToParse', 14: 'TypeMismatch', 15: 'Overflow', 20: 'IllegalOperation',
  26: 'NamespaceNotFound', 27: 'IndexNotFound', 28: 'PathNotViable', 40: 'ConflictingUpdateOperators', 43: 'CursorNotFound',
  48: 'NamespaceExists', 50: 'MaxTimeMSExpired', 52: 'DollarPrefixedFieldName', 59: 'CommandNotFound', 66: 'ImmutableField',
  67: 'CannotCreateIndex', 68: 'IndexAlreadyExists', 72: 'InvalidOptions', 73: 'InvalidNamespace', 85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict', 112: 'WriteConflict', 115: 'CommandNotSupported', 121: 'DocumentValidationFailure',
  146: 'ExceededMemoryLimit', 241: 'ConversionFailure', 251: 'NoSuchTransaction', 263: 'OperationNotSupportedInTransaction',
  10_334: 'BSONObjectTooLarge', 11_000: 'DuplicateKey', 14_031: 'OutOfDiskSpace',
}

export const CODE = {
  unknown: 8,
  cursorNotFound: 43,
  commandNotFound: 59,
  writeConflict: 112,
  authenticationFailed: 18,
  noSuchTransaction: 251,
  duplicateKey: 11_000,
} as const

export function codeOf(sqlState: string): number {
  return CODES[sqlState] ?? CODE.unknown
}

export function nameOf(code: number): string {
  return NAMES[code] ?? `Location${code}`
}

/** Write errors inside a result carry PostgreSQL's packed form of the SQLSTATE: five characters of six bits. */
export function codeOfPacked(packed: number): number {
  let sqlState = ''
  for (let i = 0, bits = packed; i < 5; i++, bits >>= 6) sqlState += String.fromCharCode(48 + (bits & 63))
  return CODES[sqlState] ?? packed
}
