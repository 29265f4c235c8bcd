/** Why a server cannot listen, and what to write instead. */
export function portWords(error: NodeJS.ErrnoException, port: number, command: string): string {
  if (error.code !== 'EADDRINUSE') return error.message
  return `Port ${port} is in use. Choose another one:  PORT=${port + 1} ${command}`
}
