import { inSightOrder, levelsOf } from '@/lib/media/card/type-direction'

/** A text as it is seen, sign by sign from left to right. */
function seen(text: string): string {
  const signs = [...text]
  const { levels } = levelsOf(signs)
  return inSightOrder(signs.map((sign, index) => ({ sign, level: levels[index] ?? 0 })))
    .map(({ sign }) => sign)
    .join('')
}

describe('a title in two directions', () => {
  test.each([
    ['Latin alone stays', 'One vane, 3.5 mm', 'One vane, 3.5 mm'],
    ['Hebrew alone turns', 'אבג דה', 'הד גבא'],
    ['Hebrew in Latin turns in its place', 'in אבג now', 'in גבא now'],
    ['Latin in Hebrew stays as it is read', 'אב AI loop גד', 'דג AI loop בא'],
    ['a number in Hebrew keeps its order', 'אב 2026 גד', 'דג 2026 בא'],
    ['with its stop and its sign', 'אב 3.5% גד', 'דג 3.5% בא'],
    ['a number after Latin goes with it', 'אב GPT 4 גד', 'דג GPT 4 בא'],
    ['a stop at the end stands where the text ends', 'אבג!', '!גבא'],
    ['a text of numbers is read from left', '2026', '2026'],
  ])('%s', (_, text, order) => {
    expect(seen(text)).toBe(order)
  })

  test.each([
    ['One אבג', 0],
    ['2026 אבג', 1],
    ['تعلم AI', 1],
    ['!?', 0],
  ])('reads %s from %s', (text, base) => {
    expect(levelsOf([...text]).base).toBe(base)
  })
})
