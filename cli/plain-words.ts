// The first import of every command, so that whatever ends it, a wrong setting too, is told in words.
process.on('uncaughtException', (error) => {
  console.error(process.env.DEBUG ? error : error.message)
  process.exit(1)
})
