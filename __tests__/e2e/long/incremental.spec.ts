import { sequenceTests } from '../edits/sequence-tests'

sequenceTests(50, 'incremental-long')
