/** Watches over the memory of its process, whose own thread is held by the work that takes it. */
import { workerData } from 'node:worker_threads'
import { endIfLarger } from './memoryLimit.ts'

const everyMilliseconds = 50

setInterval(() => endIfLarger(Number(workerData)), everyMilliseconds)
