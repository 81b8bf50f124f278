import type { DrawMethod } from '../../../core/sampling/drawnSample.ts'

/** The method by which new samples are drawn; earlier ones keep the method they name. */
export const presentMethod: DrawMethod = 'cube-1'
