import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The flags and words of the command line. What the command does not know ends it with code 2 and its usage. */
export function readArguments<Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return parseArgs<Config>(config)
  } catch (error) {
    // What follows the first sentence advises about our own code.
    const [reason = ''] = error instanceof Error ? error.message.split('. ') : []
    return refuse(reason, usage)
  }
}

/** Ends the command with code 2: it was not called as it can be. */
export function refuse(reason: string, usage: string): never {
  console.error(`${reason}. Write:  ${usage}`)
  process.exit(2)
}
