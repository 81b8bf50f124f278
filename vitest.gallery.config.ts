import { defineConfig } from 'vitest/config'

/** `npm run gallery`. */
export default defineConfig({
  test: {
    include: ['test/browser/gallery.shots.ts'],
    globalSetup: ['test/support/databaseServer.ts'],
    testTimeout: 600_000,
  },
})
