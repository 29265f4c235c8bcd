import { type BodyWork, type BodyWorker, isLost, type Outcome, startBodyWorker } from './body-worker'

/** How many workers there are, unless there is a reason for fewer. */
export const mostWorkers = 2

/** With fewer than three bodies each, workers stand still whenever the main thread has something to do for them. */
export const mostInHand = 3 * mostWorkers

export type BodyWorkers = {
  render(work: BodyWork): Promise<Outcome>
  /** Starts a worker before there is work, and warms it up with a body. */
  warm(warmUp: string): Promise<void>
  /** Ends all workers. For when nothing is in hand. */
  close(): Promise<void>
}

type Place = { worker: Promise<BodyWorker>; inHand: number }

/** Starts a worker when there is work for it, as long as there are fewer than `most()`. */
export function createBodyWorkers(most: () => number, start = startBodyWorker): BodyWorkers {
  const places: Place[] = []
  const underWay = new Set<Promise<Outcome>>()
  let lastAlone: Promise<unknown> = Promise.resolve()

  function newPlace(warmUp?: string): Place {
    const place = { worker: start(warmUp), inHand: 0 }
    places.push(place)
    // One that is gone gets no more work, whether it had any or not.
    const gone = () => leave(place)
    place.worker.then(({ ended }) => ended.then(gone), gone)
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

  async function renderBeside(work: BodyWork): Promise<Outcome> {
    // Whatever is to be rendered alone goes first.
    for (let seen: unknown; seen !== lastAlone; ) {
      seen = lastAlone
      await seen
    }
    const rendering = renderAt(leastBusy(), work)
    underWay.add(rendering)
    return rendering.finally(() => underWay.delete(rendering))
  }

  /** On a worker that gets nothing else, while no other works: what is too much for that is too much by itself. */
  function renderAlone(work: BodyWork): Promise<Outcome> {
    const rendering = lastAlone.then(async () => {
      await Promise.allSettled(underWay)
      const worker = await start()
      return worker.render(work).finally(() => worker.end())
    })
    lastAlone = rendering.catch(() => {})
    return rendering
  }

  return {
    async render(work) {
      const outcome = await renderBeside(work)
      return isLost(outcome) ? renderAlone(work) : outcome
    },
    async warm(warmUp) {
      await newPlace(warmUp).worker
    },
    async close() {
      // One that has hardly begun can be ended no sooner.
      await Promise.all(places.map(({ worker }) => worker.then((one) => one.end()).catch(() => {})))
    },
  }
}
