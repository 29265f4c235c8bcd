import { copyText } from './clipboard'

/** Gives a block of code a button that copies it. */
export function offerCopy(block: HTMLPreElement) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  status.className = 'visually-hidden'
  button.addEventListener('click', async () => {
    const done = await copyText(block.textContent ?? '').then(
      () => 'Copied',
      () => 'Select and copy by hand',
    )
    button.textContent = done
    status.textContent = done
    setTimeout(() => {
      button.textContent = 'Copy'
      status.textContent = ''
    }, 2000)
  })
  block.after(button, status)
}
