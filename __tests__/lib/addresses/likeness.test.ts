import { likeness } from '@/lib/addresses/likeness'

const text =
  'A radiator valve has one number to go by. It is enough for more than you would think, says everybody who has one.'

test.each([
  ['the same text', text, text, 1, 1],
  ['one word that was changed', text, text.replace('radiator', 'garden'), 0.6, 0.95],
  ['other marks and capitals', text, text.toUpperCase().replaceAll('.', '!'), 1, 1],
  ['two texts', text, 'Nothing here is like the other one, though both are about valves and numbers.', 0, 0.05],
  ['a text and none', text, '', 0, 0],
  ['Japanese that was changed a little', '夜明けの海に灯台が立っている。', '夜明けの海に灯台が見えている。', 0.4, 0.95],
])('sees how alike are %s', (_, one, other, least, most) => {
  expect(likeness(one, other)).toBeGreaterThanOrEqual(least)
  expect(likeness(one, other)).toBeLessThanOrEqual(most)
  expect(likeness(other, one)).toBe(likeness(one, other))
})
