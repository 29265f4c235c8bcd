type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Chooses among the forms that a word has for different counts, by the rules of a language. */
export function pluralsOf(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  return (count, forms) => forms[rules.select(count)] ?? forms.other
}
