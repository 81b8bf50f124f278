/** What came with a request, as its content type says: a form, a form with files, or JSON. */

import { readJson } from '../../../core/kernel/readJson.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { findUnstorable } from '../../../core/kernel/storableText.ts'
import { problem } from '../problems.ts'
import { type Fields, fieldsOf, readFormFields } from './formFields.ts'
import { boundaryOf, readMultipart } from './multipart.ts'
import type { UploadedFile } from './uploadedFile.ts'

/** `json` is undefined unless JSON was sent. */
export type SentBody = {
  readonly body: Fields
  readonly files: readonly UploadedFile[]
  readonly json: unknown
}

export type BodyKind = { readonly kind: 'form' | 'json' | 'none' } | MultipartKind
export type MultipartKind = { readonly kind: 'multipart'; readonly boundary: string }

const nothing: SentBody = { body: {}, files: [], json: undefined }
const mostFiles = 5
/** Of JSON; an operation is sent some hundreds. What is read takes the time of the thread that serves all. */
const mostValues = 20_000

/** What the headers say is coming: JSON for an operation of the API, a form for a page. Refuses any other kind, any other encoding, and a body of no kind at all. */
export function bodyKind(
  headers: Fields,
  takes: { readonly files: boolean; readonly json: boolean },
): Result<BodyKind> {
  const type = headers['content-type'] ?? ''
  const [media = '', ...parameters] = type.toLowerCase().split(';')
  const charset = parameters.join(';').match(/charset="?([\w-]+)/)?.[1] ?? 'utf-8'
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity' || !['utf-8', 'utf8', 'us-ascii'].includes(charset)) return unsupported
  switch (media.trim()) {
    case 'application/x-www-form-urlencoded':
      return takes.json ? unsupported : done({ kind: 'form' })
    case 'application/json':
      return takes.json ? done({ kind: 'json' }) : unsupported
    case 'multipart/form-data': {
      const boundary = boundaryOf(type)
      return takes.files && boundary !== undefined ? done({ kind: 'multipart', boundary }) : unsupported
    }
    case '':
      return comesWithBody(headers) ? unsupported : done({ kind: 'none' })
    default:
      return unsupported
  }
}

function comesWithBody(headers: Fields): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

/** `bytes` as their kind says. Refuses what cannot be read, and text that cannot be stored. */
export function readSentBody(kind: BodyKind, bytes: Buffer): Result<SentBody> {
  switch (kind.kind) {
    case 'none':
      return done(nothing)
    case 'json':
      return readSentJson(bytes)
    case 'form': {
      const body = readFormFields(bytes)
      return body.ok ? done({ ...nothing, body: body.value }) : body
    }
    case 'multipart':
      return readForm(bytes, kind.boundary)
  }
}

function readForm(bytes: Buffer, boundary: string): Result<SentBody> {
  const parts = readMultipart(bytes, boundary)
  if (!parts.ok) return parts
  const fields = parts.value.flatMap((part) =>
    part.kind === 'field' ? [[part.name, part.value] as const] : [],
  )
  const body = fieldsOf(fields)
  if (!body.ok) return body
  // A file field that was left empty arrives as a file without name and content.
  const files = parts.value.flatMap((part) =>
    part.kind === 'file' && (part.name !== '' || part.content.length > 0)
      ? [{ field: part.field, name: part.name, content: part.content }]
      : [],
  )
  if (files.length > mostFiles) return refuse(problem('request.too-large', {}))
  const twice = files.find(({ field }, at) => files.findIndex((other) => other.field === field) < at)
  if (twice !== undefined) return refuse(problem('request.field-twice', { field: twice.field }))
  return done({ body: body.value, files, json: undefined })
}

function readSentJson(bytes: Buffer): Result<SentBody> {
  if (bytes.length === 0) return done(nothing)
  if (valuesWithin(bytes) > mostValues) return refuse(problem('request.too-large', {}))
  let text: string
  let json: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    json = JSON.parse(text)
  } catch {
    return refuse(problem('request.malformed', {}))
  }
  const place = findUnstorable(json)
  if (place !== undefined) return refuse(problem('request.text-unreadable', { field: place }))
  // Of a name that is given twice the language keeps the last; here it is refused, with its place.
  const strict = readJson(text)
  return strict.ok ? done({ ...nothing, json }) : refuse(problem('request.malformed', {}), ...strict.problems)
}

/** How many values JSON holds at most: each but the first has a bracket, a brace or a comma before it. */
function valuesWithin(json: Buffer): number {
  let isText = false
  let values = 1
  for (let at = 0; at < json.length; at += 1) {
    const character = String.fromCharCode(json[at] ?? 0)
    if (isText && character === '\\') at += 1
    else if (character === '"') isText = !isText
    else if (!isText && '[{,'.includes(character)) values += 1
  }
  return values
}

const unsupported = refuse(problem('request.unsupported-type', {}))
