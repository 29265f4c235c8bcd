import { copyText } from './clipboard'

/** In the language of the magazine, put in when this is bundled. */
declare const WORDS: { linkCopied: string }

/** Shares the page where the device knows how, and copies its address elsewhere. */
export function offerShare(button: HTMLButtonElement) {
  const label = button.textContent
  button.addEventListener('click', async () => {
    const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
    if (navigator.share) {
      // Closing the sheet without sharing rejects, and is no failure.
      await navigator.share({ title: document.title, url }).catch(() => undefined)
      return
    }
    button.textContent = await copyText(url).then(
      () => WORDS.linkCopied,
      () => url,
    )
    setTimeout(() => {
      button.textContent = label
    }, 2000)
  })
}
