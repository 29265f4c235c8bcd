/** Whether a process of this machine has not ended yet. */
export function isAlive(/** @type {number} */ pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process lives, though it may not be signalled.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
