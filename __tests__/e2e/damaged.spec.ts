import { damageTests } from './edits/damage-tests'

damageTests({ copyName: 'damaged', most: 1 })
