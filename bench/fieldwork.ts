/**
 * Answers saved per second, and the 99th-percentile time, with 200 simulated inspectors, compared with a naive insert
 * into one table over the same HTTP stack: what versions, permissions, the audit chain and conflicts cost.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const inspectors = 200
const turns = 4
const turnMs = 4_000

const served = z.object({
  ours: z.string(),
  naive: z.string(),
  tokens: z.array(z.string()),
  questions: z.array(z.object({ caseId: z.string(), question: z.string() })),
  inspection: z.string(),
})

const child = spawn(process.execPath, [join(import.meta.dirname, 'fieldworkServer.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = await once(createInterface({ input: child.stdout }), 'line')
const { ours, naive, tokens, questions, inspection } = served.parse(JSON.parse(String(line)))
/** The version each question has, so that no inspector meets a conflict. */
const versions = questions.map(() => 1)
const times: Record<'ours' | 'naive', number[]> = { ours: [], naive: [] }

for (let turn = 0; turn <= turns; turn += 1) {
  for (const [name, address] of [
    ['ours', ours],
    ['naive', naive],
  ] as const) {
    const taken = await saveFor(address)
    // The first turn warms both up.
    if (turn > 0) times[name].push(...taken)
  }
}
child.kill('SIGTERM')
await once(child, 'exit')
report()

/** Everyone saves, one answer after another, until the turn is over. Returns the time of each save. */
async function saveFor(address: string): Promise<readonly number[]> {
  const taken: number[] = []
  const end = performance.now() + turnMs
  const each = Math.floor(questions.length / inspectors)
  const save = async (inspector: number): Promise<void> => {
    for (let round = 0; performance.now() < end; round += 1) {
      const at = inspector * each + (round % each)
      const start = performance.now()
      await put(address, at, inspector, round)
      taken.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: inspectors }, (_, inspector) => save(inspector)))
  return taken
}

async function put(address: string, at: number, inspector: number, round: number): Promise<void> {
  const asked = questions[at]
  assert(asked !== undefined)
  const path = `/api/v1/inspections/${inspection}/cases/${asked.caseId}/answers/${asked.question}`
  const response = await fetch(address + path, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${tokens[inspector % tokens.length]}`,
      'content-type': 'application/json',
      'if-match': `"${versions[at]}"`,
      'idempotency-key': `${at}-${round}-${performance.now()}`,
    },
    body: JSON.stringify({ answer: round % 2 === 0 ? 'no' : 'yes' }),
  })
  const answer: unknown = await response.json()
  assert.equal(response.status, 200, JSON.stringify(answer))
  const etag = response.headers.get('etag')
  if (etag !== null) versions[at] = Number(etag.replaceAll('"', ''))
}

function report(): void {
  const perSecond = (name: 'ours' | 'naive') => times[name].length / ((turns * turnMs) / 1000)
  console.log(
    `${inspectors} inspectors, each saving without pause; one web process, PostgreSQL on this machine.`,
  )
  for (const [name, title] of [
    ['ours', 'Assay: rights, versions, key, audit chain'],
    ['naive', 'Naive: one insert, no rights, no history  '],
  ] as const) {
    console.log(
      `  ${title}  ${perSecond(name).toFixed(0)} answers a second, p99 ${p99(times[name]).toFixed(0)} ms`,
    )
  }
  console.log(`  ratio  ${(perSecond('ours') / perSecond('naive')).toFixed(2)} of the naive rate`)
}

function p99(all: readonly number[]): number {
  return all.toSorted((one, other) => one - other)[Math.floor(all.length * 0.99)] ?? Number.NaN
}
