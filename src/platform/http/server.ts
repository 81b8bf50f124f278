/** The HTTP server: routes as data in, pages out, with everything around them that is the same for all. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import staticFiles from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Kysely } from 'kysely'
import { catalogue } from '../../core/kernel/catalogue.ts'
import { problem } from '../../core/kernel/problem.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/databaseTypes.ts'
import { makeShell, type Shell } from '../shell.ts'
import { type Access, heldField } from './access.ts'
import { inspectionOf, refusalToChange, refusalToRead, withoutMarks } from './admission.ts'
import { type Application, checkRoutes } from './application.ts'
import { assetPrefix, prepareAssets } from './assets.ts'
import { hasForeignHost, isFromAnotherSite } from './crossSite.ts'
import { formToken } from './formToken.ts'
import { addHealthRoutes } from './health.ts'
import { logError, logResponse } from './log.ts'
import { problemOf } from './problemOf.ts'
import type { Reply, Route } from './route.ts'
import { routeRequest } from './routeRequest.ts'
import { securityHeaders } from './securityHeaders.ts'
import { type ReplySender, replySender } from './sendReply.ts'
import { makeTemplates } from './templates.ts'
import { visitOf } from './visit.ts'

export type ServerOptions = {
  readonly application: Application
  readonly database: Kysely<Database>
  readonly access: Access
  readonly settings: Pick<Settings, 'dataFolder' | 'logLevel' | 'origin' | 'proxies'>
  readonly projectFolder: string
  /** The clock; tests give their own. */
  readonly now?: () => Date
}

/** A server that is ready to listen. Throws where a route names what is not declared. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  checkRoutes(options.application)
  const secure = isSecure(options.settings.origin)
  const assets = await prepareAssets(options.projectFolder, join(options.settings.dataFolder, 'cache'))
  const sender = replySender(options.application, makeTemplates(options.projectFolder, assets), secure)
  const server = fastify({
    logger: { level: options.settings.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    trustProxy: options.settings.proxies.length > 0 ? [...options.settings.proxies] : false,
    // An address that cannot be read never reaches a route, nor the hooks.
    frameworkErrors: (_error, request, response) => {
      response.header('x-request-id', request.id)
      sender.send(request, response, refused('request.malformed'))
    },
  })
  await addPlugins(server, assets.folder, secure)
  addHooks(server, sender, options.settings.origin)
  addErrorPages(server, sender)
  addHealthRoutes(server, options.database)
  addRoutes(server, options, sender)
  return server
}

async function addPlugins(server: FastifyInstance, assetsFolder: string, secure: boolean): Promise<void> {
  await server.register(helmet, securityHeaders(secure))
  await server.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await server.register(formbody)
  await server.register(multipart)
  await server.register(staticFiles, {
    root: assetsFolder,
    prefix: assetPrefix,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  })
}

function addHooks(server: FastifyInstance, sender: ReplySender, origin: string | undefined): void {
  server.addHook('onRequest', async (request, response) => {
    response.header('x-request-id', request.id)
    // What a page shows stays out of every cache; fingerprinted assets say otherwise themselves.
    response.header('cache-control', 'no-store')
    if (hasForeignHost(request.headers, origin)) {
      return sender.send(request, response, refused('request.unknown-host'))
    }
    if (!['GET', 'HEAD'].includes(request.method) && isFromAnotherSite(request.headers)) {
      return sender.send(request, response, refused('request.from-another-site'))
    }
  })
  server.addHook('onResponse', async (request, response) => logResponse(request, response))
}

type PlainRefusal =
  | 'request.unknown-host'
  | 'request.from-another-site'
  | 'request.not-found'
  | 'request.malformed'
  | 'request.unsupported-type'

function refused(code: PlainRefusal) {
  return { kind: 'refused', problems: [problem(code, {})] } as const
}

function addErrorPages(server: FastifyInstance, sender: ReplySender): void {
  server.setNotFoundHandler((request, response) =>
    sender.send(request, response, refused('request.not-found')),
  )
  server.setErrorHandler((error, request, response) => {
    const shown = problemOf(error)
    if (catalogue[shown.code].status >= 500) logError(request.log, error)
    return sender.send(request, response, { kind: 'refused', problems: [shown] })
  })
}

function addRoutes(server: FastifyInstance, options: ServerOptions, sender: ReplySender): void {
  for (const route of options.application.routes) {
    server.route({
      method: route.method,
      url: route.path,
      handler: async (request, response) => {
        if (route.upload === undefined && request.isMultipart()) {
          return sender.send(request, response, refused('request.unsupported-type'))
        }
        return sender.send(request, response, await answer(options, sender, route, request, response))
      },
    })
  }
}

/** What `route` answers, or why the request does not reach it. */
async function answer(
  { access, database, settings, now }: ServerOptions,
  sender: ReplySender,
  route: Route,
  request: FastifyRequest,
  response: FastifyReply,
): Promise<Reply> {
  const visit = visitOf(request, response, isSecure(settings.origin))
  const caller = await access.callerOf(visit, inspectionOf(request))
  const { actor } = caller
  const isSignedIn = actor.personId !== undefined
  sender.madeFor(request, {
    formToken: formToken(visit.browser, actor.personId ?? null),
    personId: actor.personId ?? null,
    personName: isSignedIn ? actor.name : null,
  })
  const mayDo: Shell['mayDo'] = async (...asked) => (await caller.mayDo(...asked)).allowed
  const shell = makeShell(database, actor, now, mayDo)
  if (route.method === 'GET') {
    const refusal = await refusalToRead(caller, route, request)
    return refusal ?? route.handle(await routeRequest(request, route, visit), shell)
  }
  const sent = await routeRequest(request, route, visit)
  const refusal = await refusalToChange(access, caller, visit, route, request, sent)
  if (refusal !== undefined) {
    const instead = refusal.onlyForWantOfRight && (await route.whenNotAllowed?.(withoutMarks(sent), shell))
    return instead || refusal.reply
  }
  const held = sent.body[heldField]
  const files = held === undefined ? [] : await access.heldFiles(visit, held, request.url)
  const reply = await route.handle(withoutMarks({ ...sent, files: [...sent.files, ...files] }), shell)
  if (held !== undefined && reply.kind === 'redirect') await access.deliver(visit, held)
  return reply
}

function isSecure(origin: string | undefined): boolean {
  return origin?.startsWith('https:') === true
}
