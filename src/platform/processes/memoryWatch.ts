/** Ends its process once that takes more memory than it was given, in megabytes. */
import { workerData } from 'node:worker_threads'

const everyMilliseconds = 50

setInterval(() => {
  if (process.memoryUsage.rss() > Number(workerData) * 1024 * 1024) process.kill(process.pid, 'SIGKILL')
}, everyMilliseconds)
