import { nextEnvironment } from '@/lib/publish/next/next'

const { NODE_ENV } = process.env
const setNodeEnv = (value: string) => Object.assign(process.env, { NODE_ENV: value })
afterEach(() => setNodeEnv(NODE_ENV ?? ''))

describe('whatever NODE_ENV is on a machine', () => {
  test.each(['production', 'development', 'test', ''])('Next builds for readers and serves writers: "%s"', (value) => {
    setNodeEnv(value)
    expect(nextEnvironment().NODE_ENV).toBe('production')
    expect(nextEnvironment({ namesMarkup: true }).NODE_ENV).toBe('production')
    expect(nextEnvironment({ mode: 'development' }).NODE_ENV).toBe('development')
  })
})
