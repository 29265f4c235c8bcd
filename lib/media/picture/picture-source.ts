import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { encodingFingerprint } from '../../fingerprint/media'
import { keptFacts, type PictureFacts } from './picture-facts'

/** The file a picture is made from. The hash changes with its content and with what we would make of it. */
export type PictureSource = PictureFacts & { file: string; hash: string }

// `dev` asks for all pictures whenever a post is saved; reading them each time would be most of its work.
const read = new Map<string, Promise<PictureSource>>()

export async function readPicture(file: string): Promise<PictureSource> {
  const { ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true })
  const key = [file, ino, size, mtimeNs, ctimeNs].join(':')
  const source = read.get(key) ?? readNow(file)
  read.set(key, source)
  return source
}

async function readNow(file: string): Promise<PictureSource> {
  const bytes = await readFile(file)
  const hash = hashOf(bytes)
  return { ...(await keptFacts(bytes, hash)), file, hash }
}

/** The bytes the hash was made of: other ones would be kept, and published, under a name that is not theirs. */
export async function bytesOf({ file, hash }: PictureSource): Promise<Buffer> {
  const bytes = await readFile(file)
  if (hashOf(bytes) === hash) return bytes
  throw new Error(`${path.basename(file)} was changed while the site was being made of it. Try once more.`)
}

const hashOf = (bytes: Buffer) =>
  createHash('sha256').update(encodingFingerprint()).update(bytes).digest('hex').slice(0, 32)
