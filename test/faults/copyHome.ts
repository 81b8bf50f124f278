import { execFileSync } from 'node:child_process'
import { inject } from 'vitest'

/** Fills `folder` with a copy of the home that was made for the run, each file with its owner. */
export function copyHome(folder: string): void {
  execFileSync('cp', ['-a', `${inject('madeHome')}/.`, folder])
}
