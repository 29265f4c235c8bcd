import { site } from '../../site'
import { direction } from '../../words/direction'
import { words } from '../../words/words'
import { policyOf } from '../html/csp'

/** A page for hosts that cannot redirect: it sends browsers on, and tells machines where the article lives. */
export function redirectPage(address: string): string {
  const to = escapeAttribute(address)
  return [
    '<!doctype html>',
    `<html lang="${site.language}"${direction ? ` dir="${direction}"` : ''}>`,
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf({ inlineScripts: [], hydrates: false })}">`,
    `<title>${words.moved}</title>`,
    `<link rel="canonical" href="${to}">`,
    '<meta name="robots" content="noindex">',
    `<meta http-equiv="refresh" content="0; url=${to}">`,
    `<p>${words.movedTo[0]}<a href="${to}">${to}</a>${words.movedTo[1]}</p>`,
    '</html>\n',
  ].join('\n')
}

const escapeAttribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
