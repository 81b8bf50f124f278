/** The moment at which every test's clock stands. */
export const testNow = new Date('2026-06-01T09:00:00Z')
