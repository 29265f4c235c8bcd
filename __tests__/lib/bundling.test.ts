import { bundling } from '../../lib/bundling'

const processes = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length

const bundled = (contents: string) =>
  bundling(async (build) => {
    const { outputFiles } = await build({ stdin: { contents }, write: false, minify: true })
    return outputFiles?.[0]?.text.trim()
  })

test('bundles at the same time, and leaves no process behind', async () => {
  const before = processes()
  const first = bundled('console.log(1 + 1)')
  const second = first.then(() => bundled('console.log(3)'))
  const third = bundled('console.log(2 + 2)')
  expect(await Promise.all([first, second, third])).toEqual(['console.log(2);', 'console.log(3);', 'console.log(4);'])
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(processes()).toBe(before)
})
