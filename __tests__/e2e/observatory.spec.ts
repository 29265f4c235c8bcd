import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { site } from './sites'

type Result = { result: string; pass: boolean }
type Requests = { session: unknown; responses: Record<string, unknown>; resources: Record<string, unknown> }

/** MDN's HTTP Observatory, which `.ci/run` fetches where it may: it brings too much to be a dependency. */
const observatory = path.resolve('.cache/observatory/node_modules/@mdn/mdn-http-observatory')
const load = (file: string) => import(pathToFileURL(path.join(observatory, 'src', file)).href)

/** The grade of one page, by the scanner's own tests and tables. */
async function gradeOf(address: string) {
  const page = await fetch(address)
  const preflight = await fetch(address, { method: 'OPTIONS', headers: { Origin: 'https://elsewhere.example' } })
  const text = await page.text()
  const requests = await requestsFor(page, preflight, text)
  const { ALL_TESTS } = await load('constants.js')
  const { getScoreModifier, getGradeForScore } = await load('grader/grader.js')
  const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await load('grader/charts.js')
  const results: Result[] = ALL_TESTS.map((rate: (requests: Requests) => Result) => rate(requests))
  const modifiers: number[] = results.map(({ result }) => getScoreModifier(result))
  const add = (sum: number, number: number) => sum + number
  const lost = modifiers.filter((modifier) => modifier < 0).reduce(add, 100)
  const score = lost >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? modifiers.reduce(add, 100) : lost
  const failed = results.filter(({ pass }) => !pass).map(({ result }) => result)
  return { score, grade: getGradeForScore(score).grade, failed }
}

/** As the scanner's retriever would have it of a host that has a certificate, and sends http on to https. */
async function requestsFor(page: Response, preflight: Response, text: string): Promise<Requests> {
  const { Requests } = await load('types.js')
  const { Session } = await load('retriever/session.js')
  const { parseHttpEquivHeaders } = await load('retriever/utils.js')
  const url = new URL('https://magazine.example/')
  const answer = ({ status, headers }: Response) => ({ status, headers: Object.fromEntries(headers), verified: true })
  const requests = new Requests(url.hostname)
  requests.session = new Session(url)
  requests.resources.path = text
  Object.assign(requests.responses, {
    auto: { ...answer(page), httpEquiv: parseHttpEquivHeaders(text, url.href) },
    http: answer(page),
    https: answer(page),
    cors: answer(preflight),
    httpRedirects: [
      { url: new URL('http://magazine.example/'), status: 301 },
      { url, status: 200 },
    ],
  })
  return requests
}

if (existsSync(observatory)) {
  // The list of hosts that browsers know to be https only is fetched by an install script. No host is on this one.
  const list = path.join(observatory, 'conf/hsts-preload.json')
  if (!existsSync(list)) writeFileSync(list, '{}')

  for (const path of ['/', '/articles/', '/articles/everything/', '/archive/', '/about/']) {
    test(`Observatory gives ${path} at least 130`, async () => {
      const { score, grade, failed } = await gradeOf(`${site('two').url}${path}`)
      expect(failed).toEqual([])
      expect(grade).toBe('A+')
      expect(score).toBeGreaterThanOrEqual(130)
    })
  }
}
