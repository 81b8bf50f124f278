import type { Problem } from '../../../core/kernel/problem.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { listServiceNames } from '../../people/access/rights.queries.ts'
import { importAnswersForm } from './importAnswers.form.ts'
import { importAnswers } from './importAnswers.ts'
import { importFaults } from './importPage.view.ts'
import { afterImport, statusOf } from './importResultsPage.ts'

/** `/import/answers`: the form. */
export function showAnswersForm(editions: Editions): Route['handle'] {
  return (_, shell) => page(shell, editions, {}, [])
}

/** `/import/answers`: the import, then the inspection; or the form again with every fault. */
export function sendAnswers(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const form = importAnswersForm(request)
    const saved = form.ok ? await importAnswers(shell, editions, form.value) : form
    return saved.ok ? afterImport(saved.value) : page(shell, editions, request.body, saved.problems)
  }
}

async function page(
  shell: Shell,
  editions: Editions,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Reply> {
  const model = {
    typed,
    editions: [...editions.values()].map(({ id, title }) => ({ id, title })),
    services: await listServiceNames(shell.database),
    faults: importFaults(problems),
  }
  return {
    kind: 'page',
    template: 'ratings/import/importAnswersPage.njk',
    model,
    status: statusOf(problems),
    problems,
  }
}
