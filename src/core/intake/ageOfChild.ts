/** Below the age of criminal responsibility there is no case; orders made on a child may continue after 18. */
export const youngest = 10
export const oldest = 21

/** Returns the age in whole years (`15`, or `15.0` as spreadsheets write it), or null if it is not one. */
export function ageOfChild(written: string): number | null {
  const age = /^\d{1,3}(?:\.0+)?$/.test(written) ? Number(written) : Number.NaN
  return age >= youngest && age <= oldest ? age : null
}
