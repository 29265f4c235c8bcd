import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { BenchPosts } from './bench-posts'
import type { SizeResult } from './limits'
import { machineTable } from './machine'
import { ownBuilds } from './own-builds'
import { peerBuilds } from './peer-builds'
import { installedPeers, type PeerName, peers } from './peers'
import { lastWords, limitsTable, sizeTable } from './publish-tables'

/** `others` are the programs to compare with; without it, all that are installed. */
type Options = { all: BenchPosts[]; others?: PeerName[] | undefined }

const cacheDirectory = path.resolve('.cache/bench/publish')

/** Times builds of posts, as corpora of several sizes, and of the same posts by other programs, and prints tables in Markdown. */
export async function benchPublish({ all, others = installedPeers() }: Options): Promise<void> {
  console.log(`${machineTable(others, new Date())}\n`)
  const results: SizeResult[] = []
  for (const posts of all) {
    const result = await benchSize(posts, others)
    results.push(result)
    console.log(`${sizeTable(result)}\n\nThe builds said:\n\n${lastWords(result)}\n`)
  }
  console.log(limitsTable(results))
}

async function benchSize(some: BenchPosts, others: PeerName[]): Promise<SizeResult> {
  const articles = some.count
  const tell = (words: string) => console.error(`${articles.toLocaleString('en')} articles: ${words} …`)
  const folder = path.join(cacheDirectory, String(articles))
  const posts = path.join(folder, 'posts')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    some.write(posts)
    const own = await ownBuilds(path.join(folder, 'own'), posts, some, tell)
    const result: SizeResult = { articles, own, peers: {} }
    for (const name of others) {
      tell(peers[name].title)
      // As it was before our own builds changed it.
      some.write(posts)
      result.peers[name] = await peerBuilds(name, path.join(folder, name), posts)
    }
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
