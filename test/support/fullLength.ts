/** What is long by nature is short in `script/test`, and runs at its full length in `script/soak`. */

/** How many rounds, cases or sequences a test takes: `short` ones while someone waits, `full` ones in a soak. */
export function howMany(short: number, full: number): number {
  const { ASSAY_SOAK } = process.env
  return ASSAY_SOAK === 'yes' ? full : short
}
