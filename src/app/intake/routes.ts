import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { announceRoutes } from './announce/announce-page/announcePage.ts'
import { correctRoutes } from './announce/correct-page/correctPage.ts'
import { withdrawRoutes } from './announce/withdraw-page/withdrawPage.ts'
import { sendCaseList, showCaseList } from './case-list-page/caseListPage.ts'
import { downloadFaultyRows, downloadTemplate } from './caseListFiles.ts'
import { saveColumns, showColumns } from './columns-page/columnsPage.ts'
import { caseListUpload } from './reading/caseListLimits.ts'
import { acceptUpload, removeWaitingList, showUpload } from './upload-page/uploadPage.ts'
import { downloadFile, showDifference, showVersion } from './version-page/versionPage.ts'

/** Returns the routes that announce, correct and withdraw an inspection, and those of its case list. */
export function intakeRoutes(editions: Editions): readonly Route[] {
  const list = '/inspections/:inspection/case-list'
  const waiting = `${list}/uploads/:upload`
  const reads = { method: 'GET', permission: 'case-list.read', audit: 'reads' } as const
  const writes = { method: 'POST', permission: 'case-list.write' } as const
  return [
    ...announceRoutes(editions),
    ...correctRoutes(editions),
    ...withdrawRoutes,
    { ...reads, path: list, handle: showCaseList(editions) },
    {
      ...writes,
      path: list,
      audit: 'case-list.receive',
      handle: sendCaseList(editions),
      upload: caseListUpload,
    },
    { ...reads, path: `${list}/template.csv`, handle: downloadTemplate(editions, 'csv') },
    { ...reads, path: `${list}/template.ods`, handle: downloadTemplate(editions, 'ods') },
    { ...reads, path: `${list}/template.xlsx`, handle: downloadTemplate(editions, 'xlsx') },
    { ...reads, path: waiting, handle: showUpload(editions) },
    { ...writes, path: waiting, audit: 'case-list.take', handle: acceptUpload(editions) },
    {
      ...writes,
      path: `${waiting}/give-up`,
      audit: 'case-list.give-up',
      handle: removeWaitingList(editions),
    },
    { ...reads, path: `${waiting}/faulty-rows.csv`, handle: downloadFaultyRows(editions) },
    { ...reads, permission: 'case-list.write', path: `${waiting}/columns`, handle: showColumns(editions) },
    { ...writes, path: `${waiting}/columns`, audit: 'case-list.map', handle: saveColumns(editions) },
    { ...reads, path: `${list}/versions/:version`, handle: showVersion(editions) },
    { ...reads, path: `${list}/versions/:version/file`, handle: downloadFile(editions) },
    { ...reads, path: `${list}/differences/:before/:after`, handle: showDifference(editions) },
  ]
}
