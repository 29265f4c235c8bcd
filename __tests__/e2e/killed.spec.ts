import { killTests } from './edits/kill-tests'

killTests({ moments: 2, swaps: 1, copyName: 'killed' })
