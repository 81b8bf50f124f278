import fc from 'fast-check'
import jsQR from 'jsqr'
import { describe, expect, test } from 'vitest'
import { authenticatorAddress, newAuthenticatorKey } from '../../sign-in/totp.ts'
import { type QrCode, qrCode } from './qrCode.ts'

/** What a camera reads: the path painted in black on white, `scale` pixels a module. */
function read({ size, path }: QrCode, scale = 4): string | undefined {
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = 0; row < scale; row += 1) {
      const from = (Number(y) * scale + row) * side + Number(x) * scale
      for (let pixel = from; pixel < from + Number(width) * scale; pixel += 1) {
        pixels.fill(0, pixel * 4, pixel * 4 + 3)
      }
    }
  }
  return jsQR.default(pixels, side, side)?.data
}

describe('a QR code', () => {
  test('is read as the address that authenticator apps expect', () => {
    const address = authenticatorAddress(newAuthenticatorKey(), 'maya.iqbal@example.org')
    expect(read(qrCode(address))).toBe(address)
  })

  test('has the quiet zone of four modules that readers need', () => {
    const { size, path } = qrCode('otpauth://totp/Assay')
    const places = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [
      Number(x),
      Number(y),
      Number(x) + Number(width),
    ])
    for (const [x = 0, y = 0, end = 0] of places) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4)
      expect(Math.max(y + 1, end)).toBeLessThanOrEqual(size - 4)
    }
  })
})

describe('always', () => {
  test('read is what was printed, however long the email address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const address = authenticatorAddress('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', email)
        expect(read(qrCode(address))).toBe(address)
      }),
      { numRuns: 20 },
    )
  })
})
