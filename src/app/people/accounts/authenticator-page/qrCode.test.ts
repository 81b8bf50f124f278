import fc from 'fast-check'
import jsQR from 'jsqr'
import { describe, expect, test } from 'vitest'
import { authenticatorAddress, newAuthenticatorKey } from '../../sign-in/totp.ts'
import { type QrCode, qrCode } from './qrCode.ts'

const scale = 4

/** What a camera reads upright, or turned by a quarter: black on white, four pixels a module. */
function readTurned(isTurned: boolean, { size, path }: QrCode): string | undefined {
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column += 1) {
        const pixel = isTurned ? column * side + side - 1 - row : row * side + column
        pixels.fill(0, pixel * 4, pixel * 4 + 3)
      }
    }
  }
  return jsQR.default(pixels, side, side)?.data
}

/** This reader finds one upright code in some thousands nowhere, and reads it when the camera is turned, as people do. */
function read(code: QrCode): string | undefined {
  return readTurned(false, code) ?? readTurned(true, code)
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
