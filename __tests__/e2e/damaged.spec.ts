import { damageTests } from './edits/damage-tests'

damageTests({ copyName: 'damaged', isLong: false })
