import { type BodyWork, type BodyWorker, isLost, type Outcome, startBodyWorker } from './body-worker'

/** With fewer bodies in hand, a worker stands still whenever the main thread has something to do for it. */
export const wellInHand = 3

export type BodyWorkers = {
  render(work: BodyWork): Promise<Outcome>
  /** Starts a worker before there is work, and has it render a body for practice. */
  warm(practice: string): Promise<void>
  close(): Promise<void>
}

type Place = { worker: Promise<BodyWorker>; inHand: number }

/** Starts a worker when there is work for it, as long as there are fewer than `most()`. */
export function createBodyWorkers(most: () => number): BodyWorkers {
  const places: Place[] = []

  function placeFor(worker: Promise<BodyWorker>): Place {
    const place = { worker, inHand: 0 }
    places.push(place)
    return place
  }

  function leastBusy(): Place {
    const [least] = [...places].sort((a, b) => a.inHand - b.inHand)
    const isFree = least && (least.inHand === 0 || places.length >= most())
    return isFree ? least : placeFor(startBodyWorker())
  }

  async function renderAt(place: Place, work: BodyWork): Promise<Outcome> {
    place.inHand++
    const outcome = await (await place.worker).render(work)
    place.inHand--
    if (isLost(outcome)) leave(place)
    return outcome
  }

  function leave(place: Place): void {
    const at = places.indexOf(place)
    if (at >= 0) places.splice(at, 1)
  }

  /** On a worker of its own, so that it is known which body is too much for one. */
  async function renderAlone(work: BodyWork): Promise<Outcome> {
    const place = placeFor(startBodyWorker())
    place.inHand = Number.POSITIVE_INFINITY
    const outcome = await renderAt(place, work)
    leave(place)
    await (await place.worker).end()
    return outcome
  }

  return {
    async render(work) {
      const outcome = await renderAt(leastBusy(), work)
      return isLost(outcome) && !outcome.alone ? renderAlone(work) : outcome
    },
    async warm(practice) {
      await placeFor(startBodyWorker(practice)).worker
    },
    async close() {
      // One that has hardly begun can be ended no sooner.
      await Promise.all(places.map(({ worker }) => worker.then((one) => one.end()).catch(() => {})))
    },
  }
}
