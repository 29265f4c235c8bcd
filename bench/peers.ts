import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, symlink } from 'node:fs/promises'
import path from 'node:path'
import { nextInternals } from '../lib/publish/next/next-internals'
import type { Command } from './measured-run'

/** A program that publishes the same posts. Each builds everything, whatever has changed. */
export type Peer = {
  title: string
  /** Where it is installed, and undefined where it is not. */
  program(): string | undefined
  version(program: string): string
  /** What is copied to the folder of its site. */
  site: string
  out: string
  /** What it finds there under these names, for the posts of a folder. */
  links(posts: string): Record<string, string>
  words(posts: string): string[]
}

export const peers = {
  next: {
    title: 'plain Next',
    program: () => process.execPath,
    version: () => JSON.parse(readFileSync('node_modules/next/package.json', 'utf8')).version,
    site: 'bench/plain-next',
    out: 'out',
    links: () => ({ node_modules: path.resolve('node_modules') }),
    words: () => [nextInternals.program, 'build'],
  },
  hugo: {
    title: 'Hugo',
    program: () => onPath('hugo'),
    version: (program) => / (v[\d.]+)/.exec(wordsOf(program, 'version'))?.[1] ?? 'of an unknown version',
    site: 'bench/hugo',
    out: 'public',
    links: () => ({}),
    words: (posts) => ['--quiet', '--contentDir', posts],
  },
  eleventy: {
    title: 'Eleventy',
    program: () => onPath('eleventy'),
    version: (program) => wordsOf(program, '--version'),
    site: 'bench/eleventy',
    out: 'out',
    // It takes no posts that lie elsewhere.
    links: (posts) => ({ posts }),
    words: () => ['--quiet'],
  },
} as const satisfies Record<string, Peer>

export type PeerName = keyof typeof peers
export const peerNames = Object.keys(peers) as PeerName[]

export const installedPeers = () => peerNames.filter((name) => peers[name].program() !== undefined)

/** The program of a peer. Throws where it is not installed. */
export function programOf(name: PeerName): string {
  const { title, program }: Peer = peers[name]
  const found = program()
  if (found === undefined) throw new Error(`${title} is not installed: there is no "${name}" on PATH.`)
  return found
}

/** Lays the site of a peer out in a folder that is not there yet. Returns the command that builds it. */
export async function layOutPeer(name: PeerName, folder: string, posts: string): Promise<Command> {
  const peer: Peer = peers[name]
  const program = programOf(name)
  await cp(peer.site, folder, { recursive: true })
  for (const [link, target] of Object.entries(peer.links(posts))) await symlink(target, path.join(folder, link))
  return { program, words: peer.words(posts), folder, environment: { POSTS_DIR: posts } }
}

// `npm run` puts the programs of the project's own packages on PATH.
function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.map((folder) => path.join(folder, name)).find(existsSync)
}

const wordsOf = (program: string, word: string) => execFileSync(program, [word], { encoding: 'utf8' }).trim()
