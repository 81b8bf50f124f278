/** Addresses of the pages of a sample. */
import { inspectionPath } from '../layout/inspectionPath.ts'

export const samplePath = (inspection: string) => `${inspectionPath(inspection)}/sample`
export const planPath = (inspection: string) => `${samplePath(inspection)}/plan`
export const sizePath = (inspection: string) => `${samplePath(inspection)}/size`
export const exclusionsPath = (inspection: string) => `${samplePath(inspection)}/exclusions`
export const includePath = (inspection: string, pseudonym: string) =>
  `${exclusionsPath(inspection)}/${encodeURIComponent(pseudonym)}/take-back`
export const drawPath = (inspection: string) => `${samplePath(inspection)}/draw`
export const replacePath = (inspection: string, pseudonym: string) =>
  `${samplePath(inspection)}/cases/${encodeURIComponent(pseudonym)}/replace`
export const sampleProofPath = (inspection: string) => `${samplePath(inspection)}/proof`
export const sampleProofFilePath = (inspection: string) => `${sampleProofPath(inspection)}.json`
export const topUpPath = (inspection: string) => `${samplePath(inspection)}/top-up`
