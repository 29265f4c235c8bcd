import { copyText } from './clipboard'

/** In the language of the magazine, put in when this is bundled. */
declare const WORDS: { copy: string; copied: string; copyByHand: string }

/** Gives a block of code a button that copies it. */
export function offerCopy(block: HTMLPreElement) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = WORDS.copy
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  status.className = 'visually-hidden'
  button.addEventListener('click', async () => {
    const done = await copyText(block.textContent ?? '').then(
      () => WORDS.copied,
      () => WORDS.copyByHand,
    )
    button.textContent = done
    status.textContent = done
    setTimeout(() => {
      button.textContent = WORDS.copy
      status.textContent = ''
    }, 2000)
  })
  block.after(button, status)
}
