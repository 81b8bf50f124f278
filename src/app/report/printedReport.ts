/** The report model with its pictures drawn, as the web page and the PDF print it. */
import type { Bars, Block, ReportModel, Section } from '../../core/report/reportModel.ts'
import { keyQuestionBars } from '../ratings/keyQuestionBars.ts'

export type PrintedReport = Omit<ReportModel, 'sections' | 'annexe'> & {
  readonly sections: readonly PrintedSection[]
}

export type PrintedSection = Omit<Section, 'blocks' | 'sections'> & {
  readonly blocks: readonly PrintedBlock[]
  readonly sections: readonly PrintedSection[]
}

type PrintedBars = { readonly kind: 'bars'; readonly bars: Bars & { readonly svg: string } }
export type PrintedBlock = Exclude<Block, { kind: 'bars' }> | PrintedBars

/** The typeface of the report, which is in `templates/fonts` for the PDF and served with the pages. */
const typeface = 'Source Sans 3'

/** Draws every picture of a report. The rows of the annexe are left out: its tables are sections already. */
export function printedReport({ annexe: _, ...report }: ReportModel): PrintedReport {
  return { ...report, sections: report.sections.map(printedSection) }
}

function printedSection(section: Section): PrintedSection {
  return {
    ...section,
    blocks: section.blocks.map(printedBlock),
    sections: section.sections.map(printedSection),
  }
}

function printedBlock(block: Block): PrintedBlock {
  return block.kind === 'bars' ? { kind: 'bars', bars: { ...block.bars, svg: drawn(block.bars) } } : block
}

function drawn({ id, title, alternative, bars, bands }: Bars): string {
  return keyQuestionBars(bars, { id, title, description: alternative, width: 680, bands, font: typeface })
}
