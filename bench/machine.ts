import os from 'node:os'
import { type PeerName, peers, programOf } from './peers'
import { table } from './publish-tables'

/** The machine and the programs that numbers are taken with, as a Markdown table. Throws where one is not installed. */
export function machineTable(names: PeerName[], day: Date): string {
  const cores = os.availableParallelism()
  const versions = names.map((name) => [peers[name].title, peers[name].version(programOf(name))])
  return table(
    ['', ''],
    [
      ['taken on', day.toISOString().slice(0, 10)],
      ['processor', `${cores} × ${os.cpus()[0]?.model.trim() || 'unknown'}`],
      ['memory', `${Math.round(os.totalmem() / 1024 ** 3)} GB`],
      ['system', `${os.type()} ${os.release().split('-')[0]}, ${os.arch()}`],
      ['Node', process.version],
      ...versions,
    ],
  )
}
