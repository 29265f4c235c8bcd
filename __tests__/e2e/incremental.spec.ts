import { sequenceTests } from './edits/sequence-tests'

sequenceTests(1, 'incremental')
