/**
 * One instance of the product as a process of its own, to be killed: opens the database of a folder, says `ready`,
 * then acknowledges each row after it is committed. `node instance.ts FOLDER [rows]`
 */
import { sql } from 'kysely'
import { startEmbedded } from '../../src/platform/database/embedded/supervisor.ts'
import { kyselyOn } from '../../src/platform/database/kyselyOn.ts'
import { openDatabase } from '../../src/platform/database/openDatabase.ts'

const [folder = '', task = 'wait'] = process.argv.slice(2)
const say = (text: string): boolean => process.stdout.write(`${text}\n`)

const opened = await openDatabase(
  { databaseUrl: undefined, databaseOwnerUrl: undefined, dataFolder: folder },
  { progress: say, whenOwned: 'refuse' },
)
if (!opened.ok) {
  say(`refused ${opened.problems[0].code} ${opened.problems[0].text}`)
  process.exit(1)
}
const { close } = opened.value
// The program's own role makes no tables.
const guest = await startEmbedded({ home: folder, progress: say, whenOwned: 'join' })
if (!guest.ok) throw new Error(JSON.stringify(guest.problems))
const database = kyselyOn(guest.value.connection)
process.on('SIGTERM', async () => {
  await database.destroy()
  await close()
  process.exit(0)
})
await sql`create table if not exists acknowledged (id bigint primary key)`.execute(database)
const { rows } = await sql<{ id: number }>`select id from acknowledged order by id`.execute(database)
say(`found ${rows.length} ${rows.at(-1)?.id ?? 0}`)
say('ready')
if (task === 'rows') {
  for (let id = (rows.at(-1)?.id ?? 0) + 1; ; id += 1) {
    await sql`insert into acknowledged values (${id})`.execute(database)
    say(`ack ${id}`)
  }
}
setInterval(() => undefined, 1000)
