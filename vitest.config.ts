import { defineConfig } from 'vitest/config'

/** A test that takes longer hangs. No test is about time: a busy machine may be several times slower than a quiet one. */
const hangMs = 120_000

/** How long what a test waits for may take to appear: the default of one second is a guess about a quiet machine. */
const patience = { poll: { timeout: 60_000 } }

const database = ['test/support/databaseServer.ts']

/** Of every project. A worker loads what its files share once: no module of ours remembers anything that a test says. */
const shared = { expect: patience, testTimeout: hangMs, hookTimeout: hangMs, isolate: false }

/**
 * `unit` needs nothing; the others need the run's own PostgreSQL, and `browser` Chromium as well.
 * A test of queries stands beside them as `*.queries.test.ts`.
 */
export default defineConfig({
  test: {
    // Two also on two cores, where the default is one: a file waits for its PostgreSQL and its Chromium much of the time.
    maxWorkers: 2,
    reporters: ['default', './test/support/closingLine.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/published/**/*.test.ts', 'test/structure/**/*.test.ts'],
          exclude: ['src/**/*.queries.test.ts', 'test/structure/schema.test.ts'],
          ...shared,
        },
      },
      {
        test: {
          name: 'scenarios',
          include: [
            'test/scenarios/**/*.test.ts',
            'src/**/*.queries.test.ts',
            'test/structure/schema.test.ts',
          ],
          globalSetup: database,
          ...shared,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: database,
          ...shared,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: ['test/faults/makeHome.ts'],
          ...shared,
        },
      },
    ],
  },
})
