import { encode } from 'uqr'

export type QrCode = {
  /** The modules of a side, the quiet zone of four on each end included. */
  readonly size: number
  /** The dark modules, as the `d` of an SVG path in a square of `size`. */
  readonly path: string
}

/** Returns `text` as a QR code that can be read with 15% of it damaged (level M), to be printed as SVG. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  return { size, path: data.map(rowPath).join('') }
}

/** Each run of dark modules of a row as one rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  const dark = row.map((module) => (module ? '1' : '0')).join('')
  return [...dark.matchAll(/1+/g)]
    .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('')
}
