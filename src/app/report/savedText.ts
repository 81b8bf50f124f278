import { momentText } from '../../core/kernel/londonTime.ts'

/** Returns who saved a text last, and when. */
export function savedText({
  savedBy,
  savedAt,
}: {
  readonly savedBy: string
  readonly savedAt: Date
}): string {
  return `Saved by ${savedBy} on ${momentText(savedAt)}.`
}
