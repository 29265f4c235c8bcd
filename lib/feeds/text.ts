import type { WrittenBody } from './markdown-alternate'

/** What texts are made of besides the library: of an article the id of its body, its HTML, and what its writer typed. */
export type Bodies = {
  idOf(slug: string): string
  htmlOf(slug: string): string
  writtenOf(slug: string): WrittenBody
}

/** A text is made when it is asked for. Its key says whether it would be another; without one it is cheap to make. */
export type Text = { path: string; key?: string; text(): string }
