import { sequenceTests } from '../edits/sequence-tests'

sequenceTests({ count: 50, copyName: 'incremental-long', isLong: true })
