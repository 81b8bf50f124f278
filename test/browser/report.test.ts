import { describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'
import { readPdf } from '../support/readPdf.ts'

const { server, browser } = useBrowserSession()

const northmoor = () => `${server.address}/inspections/northmoor-2024-06`

describe('the report of an inspection', () => {
  test('leads from its contents to each part, has each heading once, and says that it is made up', async () => {
    const page = await browser.newPage({ storageState: await server.signedInAs('head-of-programme') })
    await page.goto(`${northmoor()}/report`)
    await page.getByText('Made up: this service and this inspection do not exist.').first().waitFor()
    const contents = page.getByRole('navigation', { name: 'Contents' })
    const links = await contents.getByRole('link').evaluateAll((found) => found.map((one) => one.hash))
    const ids = await page.locator('[id]').evaluateAll((found) => found.map(({ id }) => `#${id}`))
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((hash) => !ids.includes(hash))).toEqual([])
    expect(ids.length).toBe(new Set(ids).size)
    await contents.getByRole('link', { name: '2.4 Reviewing', exact: true }).click()
    await page.getByRole('heading', { name: '2.4 Reviewing', exact: true }).waitFor()
    expect(new URL(page.url()).hash).toBe('#standard-2.4')
    await page.close()
  })

  test('goes down one heading level at a time', async () => {
    const page = await browser.newPage({ storageState: await server.signedInAs('head-of-programme') })
    await page.goto(`${northmoor()}/report`)
    const levels = await page
      .locator('main :is(h1, h2, h3, h4)')
      .evaluateAll((found) => found.map(({ tagName }) => Number(tagName.slice(1))))
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThan(2)
    await page.close()
  })

  test('shows each picture once at either width', async () => {
    const page = await browser.newPage({ storageState: await server.signedInAs('head-of-programme') })
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${northmoor()}/report`)
      const pictures = page.getByRole('img', { name: 'Per cent yes of the key questions of standard 2.1' })
      expect(await pictures.count()).toBe(1)
      await expectNoSidewaysScroll(page)
    }
    await page.close()
  })

  test('can be had as a PDF and as data', async () => {
    const page = await browser.newPage({ storageState: await server.signedInAs('head-of-programme') })
    await page.goto(`${northmoor()}/report`)
    const pdf = await page.request.get(`${northmoor()}/report.pdf`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    const read = await readPdf(await pdf.body())
    expect(read.title).toBe('Inspection report: Northmoor Youth Justice Service')
    for (const printed of read.printed) expect(printed).toContain('Made up:')
    for (const [name, type] of [
      ['Data annexe as CSV', 'text/csv'],
      ['What the columns of the CSV file mean (JSON)', 'application/csvm+json'],
      ['Data annexe as an OpenDocument spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
    ] as const) {
      const href = await page.getByRole('link', { name }).getAttribute('href')
      const file = await page.request.get(server.address + href)
      expect(file.status(), name).toBe(200)
      expect(file.headers()['content-type'], name).toContain(type)
    }
    await page.close()
  })

  test('of an inspection that is not there is a page that says so', async () => {
    const page = await browser.newPage({ storageState: await server.signedInAs('head-of-programme') })
    for (const name of ['report', 'report.pdf', 'annexe.csv', 'findings']) {
      const answer = await page.goto(`${server.address}/inspections/nowhere-2020/${name}`)
      expect(answer?.status(), name).toBe(404)
    }
    await page.close()
  })
})

describe('writing findings', () => {
  test('saves one standard, which is then in the report, without JavaScript too', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await server.signedInAs('head-of-programme'),
    })
    const page = await context.newPage()
    await page.goto(`${server.address}/inspections/york-2022-12/findings`)
    const form = page.getByRole('region', { name: '1.2 Staff' })
    await form.getByLabel('Strengths').fill('First strength.\n\nSecond <b>strength</b>.')
    await form.getByRole('button').click()
    expect(new URL(page.url()).hash).toBe('#standard-1.2')
    await page.getByRole('region', { name: '1.2 Staff' }).getByText('Saved by').waitFor()
    await page.getByRole('link', { name: 'Report', exact: true }).click()
    await page.getByText('Second <b>strength</b>.', { exact: true }).waitFor()
    await context.close()
  })

  test('shows both texts when someone else has saved meanwhile, and keeps what was typed', async () => {
    const [mine, theirs] = [
      await browser.newPage({ storageState: await server.signedInAs('head-of-programme') }),
      await browser.newPage({ storageState: await server.signedInAs('head-of-programme') }),
    ]
    for (const page of [mine, theirs])
      await page.goto(`${server.address}/inspections/walsall-2019-06/findings`)
    const write = async (page: typeof mine, text: string) => {
      const form = page.getByRole('region', { name: '1.1 Governance and leadership' })
      await form.getByLabel('Strengths').fill(text)
      await form.getByRole('button').click()
      await page.waitForLoadState()
    }
    await write(theirs, 'Theirs.')
    await write(mine, 'Mine.')
    const form = mine.getByRole('region', { name: '1.1 Governance and leadership' })
    await mine.getByRole('alert').getByText('changed the findings of standard 1.1').waitFor()
    await form.getByText('Theirs.').waitFor()
    expect(await form.getByLabel('Strengths').inputValue()).toBe('Mine.')
    await expectAccessible(mine)
    await write(mine, 'Both.')
    await mine.getByRole('region', { name: '1.1 Governance and leadership' }).getByText('Saved by').waitFor()
    await mine.getByRole('alert').getByText('Findings saved.').waitFor()
    await mine.close()
    await theirs.close()
  })
})
