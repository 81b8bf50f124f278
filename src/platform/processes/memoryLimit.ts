/** Ends this process if it takes more memory than `megabytes`, however it took it. */
export function endIfLarger(megabytes: number): void {
  if (process.memoryUsage.rss() > megabytes * 1024 * 1024) process.kill(process.pid, 'SIGKILL')
}
