/** PostgreSQL refuses to run as root, so root starts it under an account that may do nothing else. */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

/** User and group to run a program as; empty if it is our own. */
export type Account = { readonly uid?: number; readonly gid?: number }

/** 'nobody' and 'nogroup' on Debian, and an unused number elsewhere. */
const nobody = 65534

/** The account that runs the server of `dataFolder`: ourselves, or for root the folder's owner, or nobody. */
export function accountFor(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return {}
  const owner = existsSync(dataFolder) ? statSync(dataFolder) : undefined
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return { uid: nobody, gid: nobody }
}

/** Whether `account` can run `program`: a clone below a private home is closed to others. */
export function canRun(account: Account, program: string): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Whether `account` can get into `folder`. */
export function canEnter(account: Account, folder: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' })
      .status === 0
  )
}
