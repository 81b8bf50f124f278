/** Watches the memory of its process, whose own thread is busy with the work that uses it. */
import { workerData } from 'node:worker_threads'
import { endIfLarger } from './memoryLimit.ts'

const everyMilliseconds = 50

setInterval(() => endIfLarger(Number(workerData)), everyMilliseconds)
