import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../core/kernel/problem.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { Application } from './application.ts'
import { withFormTokens } from './formToken.ts'
import type { Reply } from './route.ts'
import { statusOf, statusOfPage } from './statusOf.ts'
import type { Templates } from './templates.ts'
import { isForPrograms, setSession } from './visit.ts'

/**
 * Whom a page is made for: the token of their forms, their id and name if they are signed in, and what they can do
 * where the page is about: in its inspection, or over all. A page offers nothing that its reader may not do.
 */
export type Reader = {
  readonly formToken: string
  readonly personId: string | null
  readonly personName: string | null
  readonly may: Readonly<Record<string, boolean>>
}

/** Turns replies into HTTP. */
export type ReplySender = {
  readonly send: (request: FastifyRequest, response: FastifyReply, reply: Reply) => FastifyReply
  /** Says whom every page that answers `request` is made for, an error page included. */
  readonly madeFor: (request: FastifyRequest, reader: Reader) => void
  /** Whom the pages that answer `request` are made for, as far as that was found out. */
  readonly readerOf: (request: FastifyRequest) => Reader | undefined
}

/** A sender of `application`'s pages. `secure` where the site is reached over TLS. */
export function replySender(application: Application, templates: Templates, secure: boolean): ReplySender {
  const readers = new WeakMap<FastifyRequest, Reader>()
  const page = (
    request: FastifyRequest,
    response: FastifyReply,
    template: string,
    model: object,
  ): FastifyReply => {
    const reader = readers.get(request)
    const layout = {
      ...application.layoutFor(pathOf(request), reader?.personName ?? null),
      formToken: reader?.formToken ?? '',
      personId: reader?.personId ?? null,
      may: reader?.may ?? {},
    }
    const html = templates.render(template, { ...model, layout })
    return response.type('text/html; charset=utf-8').send(withFormTokens(html, layout.formToken))
  }

  const send = (request: FastifyRequest, response: FastifyReply, reply: Reply): FastifyReply => {
    switch (reply.kind) {
      case 'page':
        return page(request, response.status(statusOfPage(reply)), reply.template, reply.model)
      case 'redirect':
        if (reply.session !== undefined) setSession(response, reply.session, secure)
        return response.redirect(reply.to, 303)
      case 'file':
        return sendFile(response, reply)
      case 'unchanged':
        return marked(response, reply).status(304).send()
      case 'json':
        return sendJson(response.status(reply.status ?? 200), reply)
      case 'refused': {
        const status = reply.problems.length === 0 ? 500 : statusOf(reply.problems)
        if (status === 503) response.header('retry-after', '30')
        if (isForPrograms(request)) return sendProblems(response.status(status), reply.problems, status)
        const { template, model } = application.problemPage(reply.problems, status, request.id)
        return page(request, response.status(status), template, model)
      }
      default:
        return unreachable(reply)
    }
  }
  return {
    send,
    madeFor: (request, reader) => readers.set(request, reader),
    readerOf: (request) => readers.get(request),
  }
}

function sendJson(response: FastifyReply, { body, headers = {} }: Extract<Reply, { kind: 'json' }>) {
  return response.type('application/json; charset=utf-8').headers(headers).send(JSON.stringify(body))
}

/** RFC 9457. `code` is one of `docs/reference/problems.md`; `problems` holds all of them if there are more than one. */
function sendProblems(response: FastifyReply, problems: readonly Problem[], status: number): FastifyReply {
  const [first] = problems
  const body = {
    type: 'about:blank',
    status,
    code: first?.code,
    title: first?.text,
    detail: first?.action,
    problems: problems.map(({ code, text, action, place }) => ({ code, text, action, place })),
  }
  return response.type('application/problem+json').send(JSON.stringify(body))
}

/** The address without what was asked for with it. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/'
}

function sendFile(response: FastifyReply, reply: Extract<Reply, { kind: 'file' }>): FastifyReply {
  const kind = reply.inline === true ? 'inline' : 'attachment'
  return marked(response, reply)
    .type(reply.type)
    .header('content-disposition', `${kind}; filename="${reply.name}"`)
    .send(typeof reply.body === 'string' ? reply.body : Buffer.from(reply.body))
}

function marked(
  response: FastifyReply,
  { etag, isPublic = false }: { readonly etag?: string; readonly isPublic?: boolean },
): FastifyReply {
  if (etag !== undefined) response.header('etag', etag)
  return isPublic ? response.header('cache-control', 'public, no-cache') : response
}
