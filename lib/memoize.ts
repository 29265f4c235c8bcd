/** Asks the first time only. Whoever makes it decides how long the answers hold. */
export function memoize<Key, Answer>(ask: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as Answer
    const answer = ask(key)
    known.set(key, answer)
    return answer
  }
}

/** An answer that is found when it is first asked for. */
export function once<Answer>(ask: () => Answer): () => Answer {
  const answer = memoize((_: undefined) => ask())
  return () => answer(undefined)
}
