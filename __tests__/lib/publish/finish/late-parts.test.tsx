import { type ReactNode, Suspense, use } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { prerender } from 'react-dom/static'
import { withLateParts } from '@/lib/publish/finish/late-parts'
import { pageParts } from '@/lib/publish/finish/page-parts'

// Only what is long comes apart from the rest.
const long = 'It is long. '.repeat(2000)
const short = (html: string) => html.replaceAll(long, 'LONG')
const waits = new Map<string, Promise<void>>()

/** Comes when React has gone on, and its name tells it apart. */
function Late({ name, children }: { name: string; children: ReactNode }) {
  const wait = waits.get(name)
  if (wait) use(wait)
  return children
}

function Boundary({ name, children }: { name: string; children: ReactNode }) {
  const fallback = <p>Wait for {name}.</p>
  return (
    <Suspense fallback={fallback}>
      <Late name={name}>{children}</Late>
    </Suspense>
  )
}

const pages: [string, ReactNode][] = [
  ['one', <Boundary key="1" name="one">{`${long}one`}</Boundary>],
  [
    'two beside each other, and a short one',
    <main key="2">
      <Boundary name="one">
        <div>
          <div>{long}</div>
        </div>
      </Boundary>
      <Boundary name="two">{`two ${long}`}</Boundary>
      <Boundary name="three">three</Boundary>
    </main>,
  ],
  [
    'one in another',
    <Boundary key="3" name="one">
      <section>
        {long}
        <Boundary name="two">
          <b>{long}</b>
          <Boundary name="three">{long}</Boundary>
        </Boundary>
      </section>
      <i>after</i>
    </Boundary>,
  ],
  [
    'one in a table',
    <table key="4">
      <tbody>
        <Suspense fallback={null}>
          <Late name="one">
            <tr>
              <td>{long}</td>
            </tr>
          </Late>
        </Suspense>
      </tbody>
    </table>,
  ],
  [
    'one in a drawing',
    <svg key="5" aria-hidden="true">
      <Suspense fallback={null}>
        <Late name="one">
          <g>
            <desc>{long}</desc>
          </g>
        </Late>
      </Suspense>
    </svg>,
  ],
  [
    'one with a boundary in what was shown meanwhile',
    <Suspense key="6" fallback={<Suspense fallback="wait">{`Instead: ${long}`}</Suspense>}>
      <Late name="one">{long}</Late>
    </Suspense>,
  ],
]

const page = (body: ReactNode) => (
  <html lang="en">
    <body>{body}</body>
  </html>
)
const withoutComments = (html: string) => html.replace(/<!--.*?-->|<!DOCTYPE html>/g, '')

async function rendered(body: ReactNode): Promise<string> {
  for (const name of ['one', 'two', 'three']) waits.set(name, new Promise((resolve) => void setTimeout(resolve, 10)))
  const { prelude } = await prerender(page(body))
  const html = await new Response(prelude).text()
  waits.clear()
  return html
}

describe('late parts', () => {
  it.each(pages)('are where they belong: %s', async (_, body) => {
    const html = await rendered(body)
    expect(pageParts(html).waited).toBe(true)
    const whole = withoutComments(withLateParts(html))
    expect(pageParts(whole).waited).toBe(false)
    expect(short(whole)).toBe(short(renderToStaticMarkup(page(body))))
  })

  it('that React would ask for again in a browser stay as they are', () => {
    const failed = '<!--$!--><template id="B:0"></template>wait<!--/$--><script>$RX("B:0","1")</script>'
    expect(withLateParts(failed)).toBe(failed)
  })
})
