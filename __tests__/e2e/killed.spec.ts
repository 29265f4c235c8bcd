import { killTests } from './edits/kill-tests'

killTests({ moments: 5, swaps: 1, copyName: 'killed' })
