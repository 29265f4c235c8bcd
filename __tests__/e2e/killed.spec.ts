import { killTests } from './edits/kill-tests'

killTests({ moments: 2, swaps: 0, copyName: 'killed', isLong: false })
