const atOnce = 6
const atOnceFromOneHost = 2

/** Works through addresses a few at a time, and asks nobody for more than two things at once. */
export async function byHost<Job extends { url: string }>(jobs: readonly Job[], work: (job: Job) => Promise<void>) {
  const queues = new Map<string, Job[]>()
  for (const job of jobs) {
    const { host } = new URL(job.url)
    queues.set(host, [...(queues.get(host) ?? []), job])
  }
  const lanes = [...queues.values()].flatMap((queue) =>
    Array.from({ length: Math.min(atOnceFromOneHost, queue.length) }, () => queue),
  )
  const worker = async () => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift())
      for (let job = lane.shift(); job; job = lane.shift()) await work(job)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
