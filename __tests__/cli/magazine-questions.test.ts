import { PassThrough } from 'node:stream'
import { answersTo, type Flags } from '@/cli/magazine-questions'

/** Answers each question when it is asked, and returns all that was said to whoever answers. */
async function answered(flags: Flags, answers: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()]
  let said = ''
  output.on('data', (text) => {
    said += text
    if (String(text).includes('?')) input.write(`${answers.shift() ?? ''}\n`)
  })
  const told = jest.spyOn(console, 'log').mockImplementation((text) => {
    said += `${text}\n`
  })
  try {
    return { answers: await answersTo(flags, { input, output }), said }
  } finally {
    told.mockRestore()
  }
}

describe('the questions of a new magazine', () => {
  it('takes what is answered, and what stands in brackets where nothing is', async () => {
    const { answers, said } = await answered({}, ['Nordlicht', 'de', '', 'https://nord.example', 'Küste, Meer', 'Ada'])
    expect(answers).toEqual({
      name: 'Nordlicht',
      language: 'de',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      url: 'https://nord.example',
      categories: ['Küste', 'Meer'],
      author: 'Ada',
    })
    expect(said).toContain('In which language is it written? [en-GB]')
  })

  it('asks again where an answer cannot stand, and only for what no flag says', async () => {
    const flags = { zone: 'UTC', url: 'https://a.example', categories: '', author: 'Ada' }
    const { answers, said } = await answered(flags, ['', 'A', 'german', 'de'])
    expect(answers).toMatchObject({ name: 'A', language: 'de', timeZone: 'UTC', categories: [] })
    expect(said).toContain('It cannot be empty.')
    expect(said).toContain('"german" is not a language.')
    expect(said).not.toContain('time zone')
  })
})
