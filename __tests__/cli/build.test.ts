import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { post } from '../lib/content/valid-post'
import { newProject } from './project'

describe('build', () => {
  it('publishes nothing while a post has an error, leaves the last good site whole, and names what is withheld', async () => {
    const project = newProject()
    try {
      mkdirSync(path.join(project.folder, '.releases/1'), { recursive: true })
      symlinkSync('.releases/1', path.join(project.folder, 'out'))
      project.write('.releases/1/index.html', 'the last good site')
      mkdirSync(path.join(project.folder, 'bad'))
      project.write('bad/a.md', post({ title: 'Case Study: vision', imageUrl: './none.png' }))
      project.write('bad/b.md', post())
      project.write('bad/draft.md', post({ draft: 'true' }))
      project.write('bad/later.md', post({ date: '2024-06-02' }))
      const { code, out, err } = await project.run('build', [], { POSTS_DIR: 'bad' })
      expect(out).toMatch(/^bad\/a\.md:2:8: error /m)
      expect(out).toMatch(/^bad\/draft\.md is withheld: .*draft/m)
      expect(out).toMatch(/^bad\/later\.md is withheld: .*2 June 2024/m)
      expect(err).toMatch(/nothing was published/i)
      expect(err).not.toMatch(/\n\s+at /)
      expect(code).toBe(1)
      expect(readlinkSync(path.join(project.folder, 'out'))).toBe('.releases/1')
      expect(readFileSync(path.join(project.folder, 'out/index.html'), 'utf8')).toBe('the last good site')
      expect(readdirSync(path.join(project.folder, '.releases'))).toEqual(['1'])
      // Whoever builds next needs no help.
      expect(existsSync(path.join(project.folder, '.cache/locks/build'))).toBe(false)
    } finally {
      project.remove()
    }
  })
})
