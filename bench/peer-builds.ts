import path from 'node:path'
import { editPost } from './corpus-changes'
import { measuredRun, type Run } from './measured-run'
import { type OutputSize, outputSize } from './output-size'
import { layOutPeer, type PeerName, peers } from './peers'
import { postsByDay } from './posts-by-day'

export type PeerBuilds = { full: Run & OutputSize; edit: Run & OutputSize }

/** Builds the posts of a folder from nothing with another program, and once more after an edit. */
export async function peerBuilds(name: PeerName, folder: string, posts: string): Promise<PeerBuilds> {
  const command = await layOutPeer(name, folder, posts)
  const build = async () => ({ ...(await measuredRun(command)), ...outputSize(path.join(folder, peers[name].out)) })
  const full = await build()
  const files = postsByDay(posts)
  files.slice(Math.floor(files.length / 2)).some(editPost)
  return { full, edit: await build() }
}
