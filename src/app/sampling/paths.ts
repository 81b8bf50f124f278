/** Addresses of the pages of a sample. */
import { inspectionPath } from '../layout/inspectionPath.ts'

export const samplePath = (inspection: string) => `${inspectionPath(inspection)}/sample`
export const sampleProofPath = (inspection: string) => `${samplePath(inspection)}/proof`
export const drawPath = (inspection: string) => `${samplePath(inspection)}/draw`
export const topUpPath = (inspection: string) => `${samplePath(inspection)}/top-up`
export const replacePath = (inspection: string, pseudonym: string) =>
  `${samplePath(inspection)}/cases/${pseudonym}/replace`
