/**
 * Reads a workbook's archive without trusting it: sizes are checked in the central directory before anything is
 * unpacked, and enforced while unpacking. The layout is PKWARE's APPNOTE 6.3.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { problem } from '../problems.ts'
import { caseListLimits as limits } from './caseListLimits.ts'

export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly encrypted: boolean
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const entryLength = 46
const localLength = 30
const longestComment = 0xffff

const damaged = (what: string): Problem => problem('intake.archive-damaged', { what })
const tooBig = (what: string): Problem => problem('intake.archive-too-big', { what })

/** The entries of the central directory, or why they are refused. Nothing is unpacked. */
export function listEntries(archive: Buffer): Result<readonly ZipEntry[]> {
  const end = findEnd(archive)
  if (end === undefined) return refuse(damaged('its directory is missing, so part of the file is missing'))
  const count = archive.readUInt16LE(end + 10)
  if (count > limits.parts) return refuse(tooBig(`it has ${count} parts, and the maximum is ${limits.parts}`))
  const start = archive.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  let place = start
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(archive, place, end)
    if (entry === undefined) return refuse(damaged('its directory cannot be read'))
    entries.push(entry)
    place += entryLength + entryTail(archive, place)
  }
  return checkEntries(entries, archive.length)
}

function findEnd(archive: Buffer): number | undefined {
  const earliest = Math.max(0, archive.length - endLength - longestComment)
  for (let place = archive.length - endLength; place >= earliest; place -= 1) {
    if (archive.readUInt32LE(place) === endSignature) return place
  }
  return undefined
}

function readEntry(archive: Buffer, place: number, end: number): ZipEntry | undefined {
  if (place + entryLength > end || archive.readUInt32LE(place) !== entrySignature) return undefined
  const nameLength = archive.readUInt16LE(place + 28)
  if (place + entryLength + entryTail(archive, place) > end) return undefined
  return {
    name: archive
      .toString('utf8', place + entryLength, place + entryLength + nameLength)
      .replaceAll('\\', '/'),
    encrypted: (archive.readUInt16LE(place + 8) & 1) === 1,
    method: archive.readUInt16LE(place + 10),
    checksum: archive.readUInt32LE(place + 16),
    packedBytes: archive.readUInt32LE(place + 20),
    unpackedBytes: archive.readUInt32LE(place + 24),
    offset: archive.readUInt32LE(place + 42),
  }
}

/** Lengths of name, extra field and comment, which follow the fixed part. */
function entryTail(archive: Buffer, place: number): number {
  return (
    archive.readUInt16LE(place + 28) + archive.readUInt16LE(place + 30) + archive.readUInt16LE(place + 32)
  )
}

function checkEntries(entries: readonly ZipEntry[], archiveBytes: number): Result<readonly ZipEntry[]> {
  if (entries.length === 0) return refuse(damaged('it is empty'))
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  if (names.size < entries.length) return refuse(damaged('it contains one part twice'))
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0)
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  if (unpacked > limits.unpackedBytes) {
    const most = megabytes(limits.unpackedBytes)
    return refuse(tooBig(`it unpacks to ${megabytes(unpacked)} MB, and the maximum is ${most} MB`))
  }
  const ratio = Math.ceil(unpacked / archiveBytes)
  if (ratio > limits.ratio) {
    return refuse(tooBig(`it unpacks to ${ratio} times its size, and the maximum is ${limits.ratio} times`))
  }
  return done(entries)
}

/** Unpacks one entry, never beyond the size its directory declares, and compares its checksum. */
export function unpack(archive: Buffer, entry: ZipEntry): Result<Buffer> {
  const packed = packedContent(archive, entry)
  if (packed === undefined) return refuse(damaged(`its part ${entry.name} is incomplete`))
  const content = entry.method === 0 ? packed : inflate(packed, entry)
  if (content === undefined) return refuse(damaged(`its part ${entry.name} cannot be unpacked`))
  if (content.length !== entry.unpackedBytes || crc32(content) !== entry.checksum) {
    return refuse(damaged(`its part ${entry.name} is not what the archive says`))
  }
  return done(content)
}

function packedContent(archive: Buffer, { offset, packedBytes }: ZipEntry): Buffer | undefined {
  if (offset + localLength > archive.length || archive.readUInt32LE(offset) !== localSignature)
    return undefined
  const start = offset + localLength + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  return start + packedBytes > archive.length ? undefined : archive.subarray(start, start + packedBytes)
}

function inflate(packed: Buffer, { method, unpackedBytes }: ZipEntry): Buffer | undefined {
  if (method !== 8) return undefined
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) })
  } catch {
    return undefined
  }
}

/** An archive of the given parts, not packed: what a reader without limits of its own may be given. */
export function storedArchive(parts: ReadonlyMap<string, Buffer>): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const fields = storedFields(Buffer.from(name), content)
    const local = Buffer.concat([signed(localSignature), fields, Buffer.from(name)])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([signed(entrySignature), Buffer.from([20, 0]), fields, tail, Buffer.from(name)]),
    )
    pieces.push(local, content)
    offset += local.length + content.length
  }
  return Buffer.concat([...pieces, ...directory, storedEnd(parts.size, directory, offset)])
}

/** Version, flags, method, time, date, checksum, both sizes, length of name, length of extra field. */
function storedFields(name: Buffer, content: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(content.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function storedEnd(count: number, directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(endLength)
  end.writeUInt32LE(endSignature, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(
    directory.reduce((sum, entry) => sum + entry.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return end
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature, 0)
  return bytes
}
