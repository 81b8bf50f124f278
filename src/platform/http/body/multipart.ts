/** `multipart/form-data` by RFC 7578, read from memory: its size is bounded before. */
import { isUtf8 } from 'node:buffer'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { isStorable } from '../../../core/kernel/storableText.ts'
import { problem } from '../problems.ts'
import type { UploadedFile } from './uploadedFile.ts'

const mostParts = 300
const mostHeaderBytes = 4_096

export type Part =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | ({ readonly kind: 'file' } & UploadedFile)

/** The boundary that a content type names; undefined if it names none, or one that is not allowed. */
export function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  return quoted ?? plain
}

/** The first part of `bytes` once all of it is there, whatever follows; undefined if it is not there, or no part. */
export function firstPart(bytes: Buffer, boundary: string): Part | undefined {
  const end = bytes.indexOf(`\r\n--${boundary}`, boundary.length + 2)
  if (end === -1) return undefined
  const part = partOf(bytes.subarray(boundary.length + 4, end))
  return part.ok ? part.value : undefined
}

/** The parts of a whole body. Refuses one that is cut off, too many parts, and text that is not UTF-8. */
export function readMultipart(bytes: Buffer, boundary: string): Result<readonly Part[]> {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const parts: Part[] = []
  if (bytes.subarray(0, boundary.length + 2).toString('latin1') !== `--${boundary}`) return unreadable
  let start = boundary.length + 2
  while (bytes.subarray(start, start + 2).toString('latin1') !== '--') {
    const end = bytes.indexOf(delimiter, start)
    if (end === -1 || parts.length >= mostParts) return unreadable
    const part = partOf(bytes.subarray(start + 2, end))
    if (!part.ok) return part
    parts.push(part.value)
    start = end + delimiter.length
  }
  return done(parts)
}

function partOf(bytes: Buffer): Result<Part> {
  const end = bytes.indexOf('\r\n\r\n')
  if (end === -1 || end > mostHeaderBytes || !isUtf8(bytes.subarray(0, end))) return unreadable
  const headers = bytes.subarray(0, end).toString('utf8')
  const [, disposition = ''] = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(headers) ?? []
  const name = parameter(disposition, 'name')
  const fileName = parameter(disposition, 'filename')
  const content = bytes.subarray(end + 4)
  if (name === undefined) return unreadable
  if (fileName !== undefined) {
    // What older browsers send before the name is their own folder.
    const plain = fileName.replace(/^.*[\\/]/, '')
    return isStorable(plain) ? done({ kind: 'file', field: name, name: plain, content }) : unreadable
  }
  if (!isUtf8(content)) return refuse(problem('request.text-unreadable', { field: name }))
  return done({ kind: 'field', name, value: content.toString('utf8') })
}

/** The parameter of a disposition. Browsers write a quotation mark as %22, and line breaks as %0D%0A. */
function parameter(disposition: string, name: string): string | undefined {
  const pattern = new RegExp(`\\b${name}="((?:\\\\.|[^"\\\\])*)"`, 'i')
  const [, value] = pattern.exec(disposition) ?? []
  return value
    ?.replace(/\\(["\\])/g, '$1')
    .replace(/%22/g, '"')
    .replace(/%0D%0A/gi, ' ')
}

const unreadable = refuse(problem('request.malformed', {}))
