import type { FastifyReply, FastifyRequest } from 'fastify'
import { catalogue } from '../../core/kernel/catalogue.ts'
import type { Problem } from '../../core/kernel/problem.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { Application } from './application.ts'
import type { Reply } from './route.ts'
import type { Templates } from './templates.ts'

/** Turns replies into HTTP. */
export type ReplySender = {
  readonly send: (request: FastifyRequest, response: FastifyReply, reply: Reply) => FastifyReply
}

/** A sender of `application`'s pages. */
export function replySender(application: Application, templates: Templates): ReplySender {
  const page = (
    request: FastifyRequest,
    response: FastifyReply,
    template: string,
    model: object,
  ): FastifyReply =>
    response
      .type('text/html; charset=utf-8')
      .send(templates.render(template, { ...model, layout: application.layoutFor(pathOf(request)) }))

  const send = (request: FastifyRequest, response: FastifyReply, reply: Reply): FastifyReply => {
    switch (reply.kind) {
      case 'page':
        return page(request, response.status(reply.status ?? 200), reply.template, reply.model)
      case 'redirect':
        return response.redirect(reply.to, 303)
      case 'file':
        return sendFile(response, reply)
      case 'json':
        return response.status(reply.status ?? 200).send(reply.body)
      case 'refused': {
        const status = statusOf(reply.problems)
        const { template, model } = application.problemPage(reply.problems, status, request.id)
        return page(request, response.status(status), template, model)
      }
      default:
        return unreachable(reply)
    }
  }
  return { send }
}

/** The address without what was asked for with it. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/'
}

function sendFile(response: FastifyReply, reply: Extract<Reply, { kind: 'file' }>): FastifyReply {
  const plain = reply.name.replace(/[^\w.-]/g, '_')
  const kind = reply.inline === true ? 'inline' : 'attachment'
  return response
    .type(reply.type)
    .header(
      'content-disposition',
      `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(reply.name)}`,
    )
    .send(typeof reply.body === 'string' ? reply.body : Buffer.from(reply.body))
}

function statusOf(problems: readonly Problem[]): number {
  const [first] = problems
  return first === undefined ? 500 : catalogue[first.code].status
}
