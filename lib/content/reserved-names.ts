/** What is wrong with a name in an old path, and what to write where there is more to say than "another". */
export type Reservation = { message: string; hint?: string }
type Rule = [names: RegExp, reservation: (name: string, path: string) => Reservation]

const settings = (name: string) => ({ message: `Hosts and tools read "${name}" as settings.` })

/** Of files and of folders alike. All patterns are matched in lower case. */
const everywhere: Rule[] = [
  [
    /\.(?:gz|br|zst|zstd|deflate)$/,
    (name) => ({ message: `A server would send "${name}" in place of "${name.replace(/\.\w+$/, '')}".` }),
  ],
  [
    /^_/,
    (name) => ({ message: `"${name}" begins with _: hosts read it as settings or as a program, or leave it out.` }),
  ],
  [/^\./, (name) => ({ message: `"${name}" begins with a dot: servers hide it, or read it as settings.` })],
  [/\.(?:json[5c]?|toml|ya?ml|ini|conf|config|asax|lockb?)$/, settings],
  [/^(?:requirements\.txt|go\.(?:mod|sum|work))$/, settings],
  [/^node_modules$/, (name) => ({ message: `Hosts leave "${name}" out.` })],
  [
    /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$/,
    (name) => ({ message: `No disk of Windows can hold a file called "${name}".` }),
  ],
]

const ofFiles: Rule[] = [
  [
    /^(?:index\.htm|default\.html?|(?:index|default)\.(?:[sx]html|php\d?|phtml|aspx?|jsp|cfm|cgi|pl))$/,
    (name, path) => ({
      message: `Some servers would send "${name}" in place of "index.html".`,
      hint: `Write the folder:  ${path.slice(0, -name.length)}`,
    }),
  ],
  [/^(?:200|404|50[0-9x])\.html$/, (name) => ({ message: `Some hosts send "${name}" for whatever is missing.` })],
  [
    /\.(?:[cm]?[jt]s|[jt]sx|wasm|py|rb|go|rs|sh|pl|f?cgi|exe)$/,
    (name, path) => ({
      message: `Browsers and hosts run "${name}" as a program.`,
      hint: `Delete it. If it was the address of a page, that ends in a slash:  ${path}/`,
    }),
  ],
]

/** Why a page that leads on must not be put at a path: somebody would take its file for something else. */
export function reservationOf(path: string): Reservation | undefined {
  const names = path.split('/').filter(Boolean)
  const last = path.endsWith('/') ? undefined : names.at(-1)
  for (const name of names) {
    const rules = name === last ? [...everywhere, ...ofFiles] : everywhere
    const [, reservation] = rules.find(([pattern]) => pattern.test(name.toLowerCase())) ?? []
    if (reservation) return reservation(name, path)
  }
}
