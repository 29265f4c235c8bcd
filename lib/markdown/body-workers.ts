import { type BodyWork, type BodyWorker, isLost, type Outcome, startBodyWorker } from './body-worker'

/** How many workers there are, unless there is a reason for fewer. */
export const mostWorkers = 2

/** With fewer than three bodies each, workers stand still whenever the main thread has something to do for them. */
export const mostInHand = 3 * mostWorkers

export type BodyWorkers = {
  render(work: BodyWork): Promise<Outcome>
  /** Starts a worker before there is work, and has it rehearse with a body. */
  warm(rehearsal: string): Promise<void>
  /** Ends all workers. For when nothing is in hand. */
  close(): Promise<void>
}

type Place = { worker: Promise<BodyWorker>; inHand: number }

/** Starts a worker when there is work for it, as long as there are fewer than `most()`. */
export function createBodyWorkers(most: () => number): BodyWorkers {
  const places: Place[] = []
  let lastAlone: Promise<unknown> = Promise.resolve()

  function newPlace(rehearsal?: string): Place {
    const place = { worker: startBodyWorker(rehearsal), inHand: 0 }
    places.push(place)
    place.worker.catch(() => leave(place))
    return place
  }

  function leave(place: Place): void {
    const at = places.indexOf(place)
    if (at >= 0) places.splice(at, 1)
  }

  function leastBusy(): Place {
    const [least] = [...places].sort((a, b) => a.inHand - b.inHand)
    const isFree = least && (least.inHand === 0 || places.length >= most())
    return isFree ? least : newPlace()
  }

  async function renderAt(place: Place, work: BodyWork): Promise<Outcome> {
    place.inHand++
    try {
      const outcome = await (await place.worker).render(work)
      if (isLost(outcome)) leave(place)
      return outcome
    } finally {
      place.inHand--
    }
  }

  /** On a worker that gets nothing else, so that it is known which body is too much for one; no more than one at a time. */
  function renderAlone(work: BodyWork): Promise<Outcome> {
    const rendering = lastAlone.then(async () => {
      const worker = await startBodyWorker()
      return worker.render(work).finally(() => worker.end())
    })
    lastAlone = rendering.catch(() => {})
    return rendering
  }

  return {
    async render(work) {
      const outcome = await renderAt(leastBusy(), work)
      return isLost(outcome) && !outcome.alone ? renderAlone(work) : outcome
    },
    async warm(rehearsal) {
      await newPlace(rehearsal).worker
    },
    async close() {
      // One that has hardly begun can be ended no sooner.
      await Promise.all(places.map(({ worker }) => worker.then((one) => one.end()).catch(() => {})))
    },
  }
}
