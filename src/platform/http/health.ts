import type { FastifyInstance } from 'fastify'
import type { Connection } from '../database/connection.ts'
import { isCurrent } from '../database/migrations.ts'
import { migrationsFolder } from '../database/openDatabase.ts'
import { logError } from './log.ts'

/** `/health`: the process lives. `/ready`: it can work, that is, the database answers and has every migration. */
export function addHealthRoutes(server: FastifyInstance, database: Connection): void {
  server.get('/health', async () => ({ status: 'alive' }))
  server.get('/ready', async (request, response) => {
    try {
      const current = await isCurrent(database, migrationsFolder)
      if (current.ok) return { status: 'ready' }
      return response.status(503).send({ status: 'not ready', problem: current.problems[0].code })
    } catch (error) {
      logError(request.log, error)
      return response.status(503).send({ status: 'not ready', problem: 'database.unreachable' })
    }
  })
}
