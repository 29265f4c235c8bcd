import { sequenceTests } from './edits/sequence-tests'

sequenceTests(3, 'incremental')
