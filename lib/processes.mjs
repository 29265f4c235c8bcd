// Names processes, so that those which share a folder can tell whether the maker of something has ended: also where the folder
// is a volume of several containers, whose process ids say nothing to one another.
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * `start` tells a process from a later one with its id, `boot` and `space` tell which processes can be seen from here. They
 * are known on Linux only, and empty elsewhere.
 * @typedef {{ pid: number, start: string, host: string, boot: string, space: string }} Process
 */

const here = {
  host: hostname(),
  boot: readOr('', () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  space: readOr('', () => readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')),
}

/** The name of this process, which no other has: part of a file name, without a dot. */
export const ownName = nameOf({ pid: process.pid, start: stateOf(process.pid)?.start ?? '', ...here })

/** @returns {string} */
export function nameOf(/** @type {Process} */ { pid, start, host, boot, space }) {
  return [pid, start, encodeURIComponent(host).replaceAll('.', '%2E'), boot, space].join(',')
}

/** What a name says. One that is an id alone is of a process here. */
export function processOf(/** @type {string} */ name) {
  const [pid, start = '', host, boot = '', space = ''] = name.split(',')
  const where = host === undefined ? here : { host: readOr(host, () => decodeURIComponent(host)), boot, space }
  return { pid: Number(pid) || 0, start, ...where }
}

/** Whether a process can be asked from here whether it has ended. Whatever ran before this host was started has. */
export function isAskable(/** @type {Process} */ { host, boot, space }) {
  return host === here.host && (boot !== here.boot || space === here.space)
}

/** Whether it is certain that a process has ended. */
export function hasEnded(/** @type {Process} */ process) {
  if (!isAskable(process)) return false
  if (process.boot !== here.boot || !isAlive(process.pid)) return true
  const state = stateOf(process.pid)
  // A process that has ended keeps its id for as long as nobody asks how.
  return state !== undefined && (state.isZombie || (process.start !== '' && process.start !== state.start))
}

function isAlive(/** @type {number} */ pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process lives, though it may not be signalled.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

// https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the name of the program, in parentheses, may hold any character.
function stateOf(/** @type {number} */ pid) {
  const text = readOr('', () => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, start] = [fields[0], fields[19]]
  return start === undefined ? undefined : { start, isZombie: state === 'Z' || state === 'X' }
}

/** @type {<T>(otherwise: T, read: () => T) => T} */
function readOr(otherwise, read) {
  try {
    return read()
  } catch {
    return otherwise
  }
}
