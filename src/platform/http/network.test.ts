import { describe, expect, test } from 'vitest'
import { networkOf } from './network.ts'

describe('an address tries are counted by', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:a:b:1:2:3:4', '2001:db8:a:b'],
    ['2001:DB8:a:b::9', '2001:db8:a:b'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s: who has an IPv6 address has 2^64 of them', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
