export type WordRun = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/**
 * Returns the words of two texts as runs that stay, are removed and are added, by their longest common subsequence. A
 * run begins with the space before its first word, and punctuation marks count as words, so that the runs joined are
 * the texts.
 */
export function wordDifference(before: string, after: string): readonly WordRun[] {
  const [left, right] = [wordsOf(before), wordsOf(after)]
  const lengths = commonLengths(left, right)
  const runs: WordRun[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const [here, there] = [left[i], right[j]]
    if (here !== undefined && here === there) {
      addWord(runs, 'same', here)
      i += 1
      j += 1
    } else if (
      here !== undefined &&
      (there === undefined || lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))
    ) {
      addWord(runs, 'removed', here)
      i += 1
    } else if (there !== undefined) {
      addWord(runs, 'added', there)
      j += 1
    }
  }
  return runs
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s*[\p{L}\p{N}'’-]+|\s*[^\s]|\s+$/gu) ?? []
}

/** `lengths[i][j]`: how many words the ends of both texts, from word i and word j, have in common. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly (readonly number[])[] {
  const lengths = left.map(() => right.map(() => 0))
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (row === undefined) continue
      row[j] =
        left[i] === right[j]
          ? lengthAt(lengths, i + 1, j + 1) + 1
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1))
    }
  }
  return lengths
}

function lengthAt(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}

function addWord(runs: WordRun[], kind: WordRun['kind'], word: string): void {
  const last = runs.at(-1)
  if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + word }
  else runs.push({ kind, text: word })
}
