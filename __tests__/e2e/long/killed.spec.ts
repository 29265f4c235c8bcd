import { killTests } from '../edits/kill-tests'

killTests({ moments: 50, swaps: 10, copyName: 'killed-long', isLong: true })
