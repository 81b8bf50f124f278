import type { DrawMethod } from '../../../core/sampling/drawnSample.ts'

/** The method by which new samples are drawn; earlier samples name their own. */
export const presentMethod: DrawMethod = 'cube-1'
