import { slugOf } from '@/lib/content/slugs'

describe('a slug', () => {
  test.each([
    ['de', 'Küste & Meer', 'kueste-and-meer'],
    ['de-AT', 'Ähren, Öl, Übung', 'aehren-oel-uebung'],
    ['de', 'U\u0308bung', 'uebung'],
    ['de', 'Straße nach Łódź', 'strasse-nach-lodz'],
    ['en', 'Küste', 'kuste'],
    ['en-GB', 'Ærøskøbing', 'aeroskobing'],
    ['da', 'Ærøskøbing, Århus', 'aeroeskoebing-aarhus'],
    ['nb-NO', 'Ålesund', 'aalesund'],
    ['sv', 'Åre, Östersund', 'are-ostersund'],
    ['fr', 'L’été à Orléans', 'lete-a-orleans'],
    ['es', 'El niño y la cigüeña', 'el-nino-y-la-ciguena'],
    ['tr', 'Işık', 'isik'],
  ])('is spelled as %s spells  %s', (language, text, slug) => {
    expect(slugOf(text, language, 'tag')).toBe(slug)
    expect(slugOf(text.toUpperCase(), language, 'tag')).toBe(slug)
  })

  it('has a mark of its own where the letters are none of ASCII, in any language', () => {
    expect(slugOf('海', 'ja', 'tag')).toMatch(/^tag-[0-9a-f]{6}$/)
    expect(slugOf('海', 'ja', 'tag')).toBe(slugOf('海', 'de', 'tag'))
  })
})
