import { defineConfig } from '@playwright/test'
import { launchOptions } from './__tests__/e2e/browser'
import { settingsText } from './lib/content/settings-file'

// Of the magazine that lies in posts/: specs know it by these.
process.env.SITE_SETTINGS = settingsText(['posts']).text

// With their folders: the project itself may lie in one that is called `long`.
const long = /\/__tests__\/e2e\/long\/[^/]+\.spec\.ts$/

export default defineConfig({
  testDir: '__tests__/e2e',
  outputDir: '.cache/e2e/results',
  globalSetup: './__tests__/e2e/setup',
  fullyParallel: true,
  // One more than CI has cores: builds wait for one thing or another in turns.
  workers: 3,
  // For what hangs: no machine is too busy for the rest.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: process.env.CI ? [['list'], ['github']] : 'list',
  use: { launchOptions: await launchOptions() },
  projects: [
    { name: 'browser', testIgnore: long },
    { name: 'long', testMatch: long, timeout: 900_000 },
  ],
})
