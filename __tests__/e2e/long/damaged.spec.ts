import { damageTests } from '../edits/damage-tests'

damageTests({ copyName: 'damaged-long', isLong: true })
