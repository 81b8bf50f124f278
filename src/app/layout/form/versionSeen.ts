import type { FormValues } from './formPage.ts'

/**
 * Returns the version that a form says its writer saw, from the field that the macro `versionSeen` makes. Returns -1,
 * which was never stored and is refused as changed since, for one that is not a number.
 */
export function versionSeen({ version = '' }: FormValues): number {
  return /^\d{1,9}$/.test(version) ? Number(version) : -1
}
