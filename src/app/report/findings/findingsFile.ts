import { z } from 'zod'
import { type Problem, problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { FindingsInput } from '../../../core/report/checkFindings.ts'

const text = z.string().trim().min(1, 'must not be empty')

const findingsFile = z.object({
  inspection: text,
  findings: z
    .array(
      z.object({
        standard: text,
        strengths: z.array(text).default([]),
        areasForImprovement: z.array(text).default([]),
      }),
    )
    .default([]),
  recommendations: z.array(z.object({ owner: text, text })).default([]),
})

/** The findings in `content`, a JSON text. Refuses with every fault, each with its path in the file. */
export function readFindingsFile(content: string, file: string): Result<FindingsInput> {
  const json = parseJson(content, file)
  if (!json.ok) return json
  const parsed = findingsFile.safeParse(json.value)
  if (parsed.success) return done(parsed.data)
  const [first, ...others] = parsed.error.issues
  return refuse(malformed(first, file), ...others.map((issue) => malformed(issue, file)))
}

function malformed(issue: z.core.$ZodIssue | undefined, file: string): Problem {
  const path = pathWords(issue?.path ?? [])
  return problem('findings.malformed', { reason: issue?.message ?? 'unknown' }, { file, path })
}

function parseJson(content: string, file: string): Result<unknown> {
  try {
    return done(JSON.parse(content))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse(problem('findings.not-json', { reason }, { file }))
  }
}

function pathWords(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}
