/** Which characters a font has a glyph for, read from the table `cmap` of its file (OpenType 1.9, "cmap"). */

/** Returns the code points that the TrueType or OpenType font `file` covers. Throws for a file that has no Unicode table. */
export function fontCharacters(file: Buffer): ReadonlySet<number> {
  const cmap = tableOf(file, 'cmap')
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => {
    const record = cmap.subarray(4 + 8 * at)
    return { platform: record.readUInt16BE(0), subtable: cmap.subarray(record.readUInt32BE(4)) }
  })
  // The platforms of Unicode and of Windows; the others have old encodings.
  const unicode = records.filter(({ platform }) => platform === 0 || platform === 3)
  const characters = unicode.flatMap(({ subtable }) => [...charactersOf(subtable)])
  if (characters.length === 0) throw new Error('the font covers no character')
  return new Set(characters)
}

function tableOf(file: Buffer, name: string): Buffer {
  for (let at = 0; at < file.readUInt16BE(4); at++) {
    const record = file.subarray(12 + 16 * at)
    if (record.toString('latin1', 0, 4) !== name) continue
    const offset = record.readUInt32BE(8)
    return file.subarray(offset, offset + record.readUInt32BE(12))
  }
  throw new Error(`the font has no table ${name}`)
}

function charactersOf(subtable: Buffer): Iterable<number> {
  const format = subtable.readUInt16BE(0)
  if (format === 4) return ofSegments(subtable)
  return format === 12 ? ofGroups(subtable) : []
}

/** Format 4: segments of the basic plane, in four parallel lists. */
function* ofSegments(subtable: Buffer): Generator<number> {
  const length = subtable.readUInt16BE(6)
  for (let at = 0; at < length; at += 2) {
    const last = subtable.readUInt16BE(14 + at)
    const first = subtable.readUInt16BE(16 + length + at)
    const delta = subtable.readUInt16BE(16 + 2 * length + at)
    const place = 16 + 3 * length + at
    const offset = subtable.readUInt16BE(place)
    for (let point = first; point <= last && point < 0xff_ff; point++) {
      const glyph = offset === 0 ? point : subtable.readUInt16BE(place + offset + 2 * (point - first))
      if (glyph !== 0 && ((glyph + delta) & 0xff_ff) !== 0) yield point
    }
  }
}

/** Format 12: groups of any plane. */
function* ofGroups(subtable: Buffer): Generator<number> {
  for (let at = 0; at < subtable.readUInt32BE(12); at++) {
    const group = subtable.subarray(16 + 12 * at)
    const first = group.readUInt32BE(0)
    for (let point = first; point <= group.readUInt32BE(4); point++) {
      if (group.readUInt32BE(8) + point - first !== 0) yield point
    }
  }
}
