import { test as base, expect, type Page } from '@playwright/test'

export { expect, type Page }

/** As Playwright's, and fails when a page says anything to the console, lacks anything, or asks another host. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const heard = listenTo(page)
      await use(undefined)
      expect(heard, 'what the browser complained about').toEqual([])
    },
    { auto: true },
  ],
})

/** Collects, from now on, each complaint of a page. */
export function listenTo(page: Page): string[] {
  const heard: string[] = []
  const at = () => new URL(page.url()).pathname
  page.on('console', (message) => heard.push(`${at()} console ${message.type()}: ${message.text()}`))
  page.on('pageerror', ({ message }) => {
    // No script asks for one: the next page was left, or came too late, while it began. On a busy machine either happens.
    if (message !== 'Transition was skipped') heard.push(`${at()} error: ${message}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    // A picture that was still on its way when the reader left; and a script where scripts are off. What a security policy
    // refuses is called `csp` too, and is heard from the console.
    if (reason !== 'net::ERR_ABORTED' && reason !== 'csp') heard.push(`${at()} failed: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`${at()} ${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (/^(?:https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') heard.push(`${at()} asks ${request.url()}`)
  })
  return heard
}
