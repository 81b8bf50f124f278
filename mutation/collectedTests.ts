/**
 * Replaces `vitest` in the test files while mutants are tried: it collects the tests instead of running them, so
 * that one process runs the same tests thousands of times. `expect` is Vitest's own.
 */
export { expect, expectTypeOf } from 'vitest'

type Body = (...values: readonly unknown[]) => unknown

/** A test of the file being imported, to be run as often as wanted. */
export type CollectedTest = { readonly name: string; readonly run: () => unknown }

let collected: CollectedTest[] = []

/** Returns the tests collected since the last call. */
export function takeCollected(): readonly CollectedTest[] {
  const tests = collected
  collected = []
  return tests
}

function addTest(name: string, body: Body, values: readonly unknown[]): void {
  collected.push({ name, run: () => body(...values) })
}

function spread(row: unknown): readonly unknown[] {
  return Array.isArray(row) ? row : [row]
}

export const test = Object.assign((name: string, body: Body) => addTest(name, body, []), {
  each: (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of rows) addTest(name, body, spread(row))
  },
})

export const describe = Object.assign((_name: string, body: Body) => body(), {
  each: (rows: readonly unknown[]) => (_name: string, body: Body) => {
    for (const row of rows) body(...spread(row))
  },
})
