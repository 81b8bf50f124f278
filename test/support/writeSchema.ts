/** Writes the schema and the types of the database again: `script/schema`. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeSchema } from '../../src/platform/database/describeSchema.ts'
import { startEmbedded } from '../../src/platform/database/embedded/supervisor.ts'
import { kyselyOn } from '../../src/platform/database/kyselyOn.ts'
import { migrate } from '../../src/platform/database/migrations.ts'
import { migrationsFolder } from '../../src/platform/database/openDatabase.ts'
import { databaseTypes } from './databaseTypes.ts'
import { temporaryHome } from './temporaryHome.ts'

const home = temporaryHome('schema')
const server = await startEmbedded({ home, progress: () => undefined, whenOwned: 'refuse' })
if (!server.ok) throw new Error(JSON.stringify(server.problems))
const database = kyselyOn(server.value.connection)
await migrate(database, migrationsFolder)
writeFileSync(join(migrationsFolder, 'schema.sql'), await describeSchema(database))
const typesFile = join(migrationsFolder, '../src/platform/database/databaseTypes.ts')
writeFileSync(typesFile, databaseTypes(server.value.connection))
await database.destroy()
await server.value.stop()
rmSync(home, { recursive: true })
