type DrawingProps = { svg: string }

/** Generated art, drawn inline so that it waits for no file. It decorates: what it stands beside says what it is. */
export function Drawing({ svg }: DrawingProps) {
  return <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />
}
