import { register } from 'tsx/esm/api'

// A thread does not inherit the loader that runs TypeScript.
register()
await import('./render-worker.ts')
