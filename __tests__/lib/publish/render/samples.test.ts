import { readdirSync } from 'node:fs'
import path from 'node:path'
import { sampleViews } from '@/lib/publish/render/samples'

const pages = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?:^|\/)page\.tsx$/.test(file),
)
const samples = sampleViews().map((view) => view.path)

describe('the samples', () => {
  it.each(pages)('have a page that app/%s renders', (file) => {
    const folder = path.dirname(`/${file}`).replace(/\/?$/, '/')
    const pattern = folder.replace('[[...page]]/', '(?:page/\\d+/)?').replace(/\[\w+\]/, '(?!page/)[^/]+')
    expect(samples.filter((sample) => new RegExp(`^${pattern}$`).test(sample))).not.toEqual([])
  })

  it('have a second page of each list that has pages', () => {
    for (const folder of ['articles', 'category/sample', 'tag/sample', 'author/a-sample', 'archive/2020'])
      expect(samples).toContain(`/${folder}/page/1/`)
  })

  it('have a page of what is not found', () => {
    expect(samples).toContain('/404.html')
  })
})
