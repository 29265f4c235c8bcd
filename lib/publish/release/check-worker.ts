import { parentPort, workerData } from 'node:worker_threads'
import type { CheckWork } from './check-aside'
import { checkFiles } from './release-stats'

const { stats, current, base } = workerData as CheckWork
const differs = new Set(base?.differs)
parentPort?.postMessage(checkFiles(stats, (file) => (base && !differs.has(file) ? base.folder : current)))
