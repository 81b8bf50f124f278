/** What the banner of unsent work says, on any page: one line for each status, with how many answers or notes have it. */

/** The statuses that the banner tells of, in the order of its lines. */
export const unsentLines = [
  'saved',
  'sending',
  'waiting',
  'signed-out',
  'for-lead',
  'after-hand-in',
  'in-conflict',
  'refused',
] as const
export type UnsentLine = (typeof unsentLines)[number]

const lineTexts: Readonly<Record<UnsentLine, readonly [one: string, many: string]>> = {
  saved: [
    '1 answer or note typed on this device is now saved',
    '{count} answers or notes typed on this device are now saved',
  ],
  sending: [
    '1 answer or note typed on this device is being sent',
    '{count} answers or notes typed on this device are being sent',
  ],
  waiting: [
    '1 answer or note typed on this device is not yet sent',
    '{count} answers or notes typed on this device are not yet sent',
  ],
  'signed-out': [
    'You are signed out. 1 answer or note typed on this device is not yet sent',
    'You are signed out. {count} answers or notes typed on this device are not yet sent',
  ],
  'for-lead': [
    '1 answer or note is saved for the lead inspector to decide, because you no longer work on this case',
    '{count} answers or notes are saved for the lead inspector to decide, because you no longer work on these cases',
  ],
  'after-hand-in': [
    '1 answer or note is saved next to a case that was handed in before it arrived',
    '{count} answers or notes are saved next to cases that were handed in before they arrived',
  ],
  'in-conflict': [
    'Someone else changed 1 answer or note that you typed on this device. Both are saved until someone decides',
    'Someone else changed {count} answers or notes that you typed on this device. Both are saved until someone decides',
  ],
  refused: [
    'The server refused 1 answer or note typed on this device',
    'The server refused {count} answers or notes typed on this device',
  ],
}

/** Returns the line for `count` answers or notes, at least 1, up to the names of their cases. */
export function unsentLineText(line: UnsentLine, count: number): string {
  return counted(lineTexts[line], count)
}

/** Returns what is asked before downloaded work is discarded. */
export function discardQuestion(count: number): string {
  return counted(
    [
      'Discard 1 downloaded answer or note from this device? You cannot undo this.',
      'Discard {count} downloaded answers or notes from this device? You cannot undo this.',
    ],
    count,
  )
}

/** Returns what is asked before all unsent work is removed from a device. */
export function removeQuestion(count: number): string {
  return counted(
    [
      'Remove 1 unsent answer or note from this device? You cannot undo this.',
      'Remove {count} unsent answers or notes from this device? You cannot undo this.',
    ],
    count,
  )
}

function counted([one, many]: readonly [one: string, many: string], count: number): string {
  return count === 1 ? one : many.replace('{count}', String(count))
}
