import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'
import packaged from '@sparticuz/chromium'

// Nothing but this machine has an address: a page that asks elsewhere fails, and the browser itself stays silent.
const always = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--font-render-hinting=none', '--no-pings']

const chromeOf: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/opt/google/chrome/chrome'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (name) => `${process.env[name]}\\Google\\Chrome\\Application\\chrome.exe`,
  ),
}

const isPackaged = process.platform === 'linux' && process.arch === 'x64'

/** What Playwright starts; `more` are further words for its command line. */
export async function launchOptions(...more: string[]): Promise<LaunchOptions> {
  const args = [...always, ...more]
  const executablePath = await browserPath()
  return isPackaged ? { executablePath, args } : { channel: 'chrome', args }
}

/** The Chromium that comes with `npm ci` where it runs (Linux x64), an installed Chrome elsewhere. Nothing is downloaded. */
export async function browserPath(): Promise<string> {
  if (isPackaged) return packaged.executablePath()
  const installed = chromeOf[process.platform]?.find((file) => existsSync(file))
  if (installed) return installed
  throw new Error('The browser tests need Google Chrome here. Install it from https://www.google.com/chrome/')
}
