/** Equal for names that some disks take for one: they differ only by case, or by how an accent is stored. */
export const folded = (name: string) => name.normalize('NFC').toLowerCase().normalize('NFC')
