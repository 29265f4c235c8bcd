import { damageTests } from '../edits/damage-tests'

damageTests({ copyName: 'damaged-long', most: Number.POSITIVE_INFINITY })
