/**
 * What the writer and the reader both know of the zip format (PKWARE APPNOTE 6.3). Zip64 is left
 * out on purpose: repositories stay far below its 65,535 entries and 4 GiB.
 */
export const LOCAL_HEADER = 0x04034b50
export const CENTRAL_HEADER = 0x02014b50
export const END_RECORD = 0x06054b50

export const LOCAL_SIZE = 30
export const CENTRAL_SIZE = 46
export const END_SIZE = 22

export const STORED = 0
export const DEFLATED = 8

/** High byte of "version made by": the upper 16 bits of the attributes are a Unix mode. */
export const HOST_DOS = 0
export const HOST_UNIX = 3

export const FLAG_ENCRYPTED = 1 << 0
export const FLAG_UTF8 = 1 << 11

export const MAX_ENTRIES = 0xffff
export const MAX_OFFSET = 0xffffffff
