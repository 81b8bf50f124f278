/** Text as people and programs write it: what is invisible in it, and its one normal form. */

/** Soft hyphens, joiners, byte order marks, direction marks, variation selectors, tags: nobody sees them. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu
/** Spaces of every width, including line ends, and the blank pattern of Braille. */
const spaces = /[\s\u0085\u2800]+/gu
/** Hyphens that look like the one on the keyboard. */
const hyphens = /[\u2010\u2011]/g

/**
 * Returns the form in which two texts are compared: composed letters (NFC), one plain space for every run of spaces,
 * none at the ends, nothing invisible, the plain hyphen. Applying it twice changes nothing more.
 */
export function normalText(written: string): string {
  return written.replace(invisible, '').replace(hyphens, '-').normalize('NFC').replace(spaces, ' ').trim()
}

const otherDashes = /[\u2012-\u2015\u2212\uFE58\uFE63]/g
const otherApostrophes = /[\u2018\u2019\u02BC\u00B4`]/g

/**
 * Returns the normal form without capitals, and with one character for all that look alike: `–` and `-`, `１` and `1`.
 */
export function normalTextWithoutCapitals(written: string): string {
  const alike = normalText(written).replace(otherDashes, '-').replace(otherApostrophes, "'").normalize('NFKC')
  return normalText(alike.toLowerCase())
}

/** A control character that is neither a tab nor the end of a line. */
const control = /(?![\t\n\r])\p{Cc}/u

/** Returns the first control character other than tabs and line ends as `U+0007`; undefined if there is none. */
export function controlCharacterIn(text: string): string | undefined {
  const [character] = control.exec(text) ?? []
  return character === undefined ? undefined : codePointName(character)
}

/** Returns the name of a character that cannot be shown: `U+202E`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
