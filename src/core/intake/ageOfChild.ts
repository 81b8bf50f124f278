/** Below the age of criminal responsibility there is no case; orders made on a child may run past 18. */
export const youngest = 10
export const oldest = 21

/** The age that is written, in whole years (`15`, or `15.0` as spreadsheets have it), or null where it is none. */
export function ageOfChild(written: string): number | null {
  const age = /^\d{1,3}(?:\.0+)?$/.test(written) ? Number(written) : Number.NaN
  return age >= youngest && age <= oldest ? age : null
}
