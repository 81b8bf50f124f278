/** The HTTP server: routes as data in, pages out, with everything around them that is the same for all. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import staticFiles from '@fastify/static'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Settings } from '../config/settings.ts'
import { faultOfAddress } from './address.ts'
import { answerRequest, isSecure, type ServedProduct } from './answerRequest.ts'
import { checkRoutes } from './application.ts'
import { assetPrefix, prepareAssets } from './assets.ts'
import { bodyBudget } from './body/bodyBudget.ts'
import { discardUnread } from './body/discardUnread.ts'
import { answerClientError, answerTunnel } from './clientError.ts'
import { hasForeignHost, isFromAnotherSite } from './crossSite.ts'
import { addHealthRoutes } from './health.ts'
import { logError, logResponse } from './log.ts'
import { notingSender, type SendAndNote, storeRefusals } from './noteRefusals.ts'
import { problemOf } from './problemOf.ts'
import { problem } from './problems.ts'
import { securityHeaders } from './securityHeaders.ts'
import { type ReplySender, replySender } from './sendReply.ts'
import { makeTemplates } from './templates.ts'

/** Of all bodies in memory at once: eight of the largest case lists. */
const mostBodyBytes = 180 * 1024 * 1024
const mostConnections = 2_000

export type ServerOptions = ServedProduct & {
  readonly settings: Pick<Settings, 'dataFolder' | 'logLevel' | 'origin' | 'proxies'>
  readonly projectFolder: string
}

/** A server that is ready to listen. Throws where a route names what is not declared. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  checkRoutes(options.application)
  const secure = isSecure(options.settings.origin)
  const assets = await prepareAssets(options.projectFolder, join(options.settings.dataFolder, 'cache'))
  const sender = replySender(options.application, makeTemplates(options.projectFolder, assets), secure)
  const refusals = storeRefusals(options.database, options.now)
  const server = fastify({
    logger: { level: options.settings.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    requestTimeout: 300_000,
    http: { headersTimeout: 30_000, maxHeaderSize: 16 * 1024 },
    clientErrorHandler: answerClientError,
    trustProxy: options.settings.proxies.length > 0 ? [...options.settings.proxies] : false,
    // An address that cannot be read never reaches a route, nor the hooks.
    frameworkErrors: (_error, request, response) => {
      response.header('x-request-id', request.id)
      sender.send(request, response, refused('request.malformed'))
    },
  })
  server.server.maxConnections = mostConnections
  server.server.on('connect', answerTunnel)
  // A request with an unknown `Expect` is answered as every other; Node would refuse it without a message.
  server.server.on('checkExpectation', (request, response) => server.routing(request, response))
  server.addHook('onClose', refusals.close)
  await addPlugins(server, assets.folder, secure)
  const send = notingSender(sender, refusals, options.application.refusalTitles)
  addHooks(server, send, options.settings.origin)
  addErrorPages(server, send)
  addHealthRoutes(server, options.database)
  addRoutes(server, options, { sender, send })
  return server
}

async function addPlugins(server: FastifyInstance, assetsFolder: string, secure: boolean): Promise<void> {
  await server.register(helmet, securityHeaders(secure))
  await server.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  // Bodies are read by the routes themselves, after they know who sends them.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null, undefined))
  await server.register(staticFiles, {
    root: assetsFolder,
    prefix: assetPrefix,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  })
}

function addHooks(server: FastifyInstance, send: SendAndNote, origin: string | undefined): void {
  server.addHook('onRequest', async (request, response) => {
    response.header('x-request-id', request.id)
    // What a page shows stays out of every cache; fingerprinted assets say otherwise themselves.
    response.header('cache-control', 'no-store')
    const fault = faultOfAddress(request.url)
    if (fault !== undefined) return send(request, response, refused(fault))
    if (hasForeignHost(request.headers, origin)) {
      return send(request, response, refused('request.unknown-host'))
    }
    if (!['GET', 'HEAD'].includes(request.method) && isFromAnotherSite(request.headers)) {
      return send(request, response, refused('request.from-another-site'))
    }
  })
  server.addHook('onSend', async (request, response) => discardUnread(request.raw, response.raw))
  server.addHook('onResponse', async (request, response) => logResponse(request, response))
}

type PlainRefusal =
  | 'request.unknown-host'
  | 'request.from-another-site'
  | 'request.not-found'
  | 'request.malformed'

function refused(code: PlainRefusal) {
  return { kind: 'refused', problems: [problem(code, {})] } as const
}

function addErrorPages(server: FastifyInstance, send: SendAndNote): void {
  server.setNotFoundHandler((request, response) => send(request, response, refused('request.not-found')))
  server.setErrorHandler((error, request, response) => {
    const shown = problemOf(error)
    if (shown.status >= 500) logError(request.log, error)
    return send(request, response, { kind: 'refused', problems: [shown] })
  })
}

type Answering = { readonly sender: ReplySender; readonly send: SendAndNote }

function addRoutes(server: FastifyInstance, options: ServerOptions, { sender, send }: Answering): void {
  const budget = bodyBudget(mostBodyBytes)
  for (const route of options.application.routes) {
    server.route({
      method: route.method,
      url: route.path,
      handler: async (request, response) => {
        const share = budget.open()
        try {
          const reply = await answerRequest(options, sender, { route, request, response, share })
          return await send(request, response, reply)
        } finally {
          share.release()
        }
      },
    })
  }
}
