import { sequenceTests } from './edits/sequence-tests'

sequenceTests({ count: 1, copyName: 'incremental', isLong: false })
