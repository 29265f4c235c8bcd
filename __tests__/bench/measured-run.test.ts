import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { measuredRun, middleRun } from '../../bench/measured-run'

const megabyte = 1024 ** 2
const node = (script: string) => ({ program: process.execPath, words: ['--eval', script], folder: tmpdir() })

/** Works until it has had half a second of a processor, holding 80 MB that are its own. */
const busy = `const kept = Buffer.alloc(${80 * megabyte}, 1)
  const used = () => { const { user, system } = process.cpuUsage(); return user + system }
  for (const start = used(); used() - start < 500_000; ) for (let i = 0; i < 1e6; i++) kept[i]++`
const above = (script: string) =>
  `require('node:child_process').spawnSync(process.execPath, ['--eval', ${JSON.stringify(script)}])`

describe('a measured run', () => {
  it.each([
    ['the process itself', busy],
    ['a process that it starts', above(busy)],
    ['one that this one starts', above(above(busy))],
  ])('counts the time and the memory of %s', async (_, script) => {
    const { seconds, cpu = 0, memory } = await measuredRun(node(script))
    expect(seconds).toBeGreaterThan(0.4)
    // Elsewhere the system does not tell, and nothing is made up.
    if (!existsSync('/proc/self/stat')) return expect([cpu, memory]).toEqual([0, undefined])
    expect(cpu).toBeGreaterThan(0.5)
    expect(cpu).toBeLessThan(3)
    expect(memory?.largest).toBeGreaterThan(80 * megabyte)
    expect(memory?.together).toBeLessThan(400 * megabyte)
  })

  it('adds up what processes hold at one time', async () => {
    const two = `const { spawn } = require('node:child_process')
      for (let i = 0; i < 2; i++) spawn(process.execPath, ['--eval', ${JSON.stringify(busy)}])`
    const { memory } = await measuredRun(node(two))
    if (!existsSync('/proc/self/stat')) return expect(memory).toBeUndefined()
    expect(memory?.together).toBeGreaterThan(160 * megabyte)
    expect(memory?.largest).toBeLessThan(160 * megabyte)
  })

  it('keeps the last words of the program', async () => {
    const { said } = await measuredRun(
      node("console.error('progress'); for (const n of [1, 2, 3, 4]) console.log('line ' + n)"),
    )
    expect(said).toEqual(['line 2', 'line 3', 'line 4'])
  })

  it('of a program that fails is an error with its words', async () => {
    await expect(measuredRun(node("console.error('no disk'); process.exit(3)"))).rejects.toThrow(/failed:\nno disk/)
  })
})

describe('of several runs', () => {
  it('the one in the middle stands for all', () => {
    const runs = [3, 1, 20].map((seconds) => ({ seconds, said: [] }))
    expect(middleRun(runs).seconds).toBe(3)
  })
})
