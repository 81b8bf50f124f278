/** The moment that every test's clock shows. */
export const testNow = new Date('2026-06-01T09:00:00Z')
