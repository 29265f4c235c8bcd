import nextJest from 'next/jest.js'
import { tsImport } from 'tsx/esm/api'

const { settingsText } = await tsImport('./lib/content/settings-file.ts', import.meta.url)
// A magazine of their own: whatever this one is called, tests know nothing of it.
process.env.SITE_SETTINGS = settingsText(['__tests__/fixtures/base']).text

const createConfig = nextJest({ dir: './' })
// next/jest only appends to transformIgnorePatterns; the unified packages are ESM only, so the resolved list is replaced.
export default async () => {
  const config = await createConfig({
    testEnvironment: 'node',
    // Jest alone would leave one core to the editor: on two cores that doubles the time.
    maxWorkers: '100%',
    testMatch: ['<rootDir>/__tests__/**/*.test.{ts,tsx}'],
    // For what hangs: no machine is too busy for the rest.
    testTimeout: 300_000,
    // Built sites and working copies of the project lie there.
    modulePathIgnorePatterns: ['<rootDir>/(?:\\.cache|\\.next|\\.releases|out)/'],
    moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1' },
  })()
  return { ...config, transformIgnorePatterns: ['/node_modules/(?:next|react|react-dom|@swc)/'] }
}
