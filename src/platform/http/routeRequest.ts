/** From what came over the wire to what a handler may see: plain strings and files. */
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Visit } from './access.ts'
import type { Route, RouteRequest, UploadedFile } from './route.ts'

type Fields = Readonly<Record<string, string>>

const mostFiles = 5
const mostFields = 200

/** The request as `route` declares it. Throws the framework's errors where it is too large or of another kind. */
export async function routeRequest(
  request: FastifyRequest,
  route: Route,
  visit: Visit,
): Promise<RouteRequest> {
  const sent =
    route.upload !== undefined && request.isMultipart()
      ? await readParts(request, route.upload.maximumBytes)
      : { body: plainFields(request.body), files: [] }
  return {
    params: plainFields(request.params),
    query: plainFields(request.query),
    json: request.body,
    headers: singleHeaders(request),
    visit,
    ...sent,
  }
}

/** The texts among `value`'s members. Of a field that was sent twice, the last. */
function plainFields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) return {}
  const texts = Object.entries(value).flatMap(([name, member]: [string, unknown]): [string, string][] => {
    const last: unknown = Array.isArray(member) ? member.at(-1) : member
    return typeof last === 'string' ? [[name, last]] : []
  })
  return Object.fromEntries(texts)
}

function singleHeaders({ headers }: FastifyRequest): Fields {
  const single = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return Object.fromEntries(single)
}

async function readParts(
  request: FastifyRequest,
  maximumBytes: number,
): Promise<{ readonly body: Fields; readonly files: readonly UploadedFile[] }> {
  const limits = { fileSize: maximumBytes, fieldSize: maximumBytes, files: mostFiles, fields: mostFields }
  const fields: [string, string][] = []
  const files: UploadedFile[] = []
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') files.push(await readFile(part))
    else if (typeof part.value === 'string') fields.push([part.fieldname, part.value])
  }
  // A file field that was left empty arrives as a file without name and content.
  return {
    body: Object.fromEntries(fields),
    files: files.filter(({ name, content }) => name !== '' || content.length > 0),
  }
}

async function readFile(part: MultipartFile): Promise<UploadedFile> {
  const content = await part.toBuffer()
  return { field: part.fieldname, name: part.filename, content }
}
