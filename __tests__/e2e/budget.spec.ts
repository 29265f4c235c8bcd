import { readFileSync } from 'node:fs'
import { htmlAndCss, type Weight, weighPage, withoutPictures } from '../../bench/weigh'
import { pageOf, templates } from './pages'
import { type Site, site } from './sites'
import { expect, type Page, test } from './test'

type Limits = Record<'frameworkScript' | 'scriptGzip' | 'htmlAndCss' | 'allButPictures' | 'requests', number>

const budget = JSON.parse(readFileSync('bench/budget.json', 'utf8')) as Record<string, Partial<Limits>>

const measured = (weight: Weight): Limits => ({
  frameworkScript: weight.frameworkScript,
  scriptGzip: weight.bytes.script.gzip,
  htmlAndCss: htmlAndCss(weight),
  allButPictures: withoutPictures(weight),
  requests: weight.requests,
})

async function expectWithin(page: Page, { url }: Site, path: string, limits: Partial<Limits>): Promise<void> {
  const weight = measured(await weighPage(page, `${url}${path}`))
  for (const [name, limit] of Object.entries(limits))
    expect.soft(weight[name as keyof Limits], `${name} of ${path}`).toBeLessThanOrEqual(limit)
}

for (const name of Object.keys(templates)) {
  test(`the ${name} keeps to the budget`, async ({ page }) => {
    const { site, path } = pageOf(name)
    await expectWithin(page, site, path, { ...budget['every page'], ...budget[name] })
  })
}

test('the acceptance post keeps to the budget', async ({ page }) => {
  const limits = { ...budget['every page'], ...budget['acceptance post'] }
  await expectWithin(page, site('acceptance'), '/articles/convergence-of-ai-and-iot/', limits)
})
