import type { StarterTexts } from './texts'

export const es: StarterTexts = {
  tagline: 'Una revista nueva',
  description: 'Una frase sobre el tema, para buscadores y canales.',
  category: 'Ensayos',
  categoryDescription: 'Una frase sobre lo que va aquí.',
  bio: 'Una o dos frases sobre quien escribe.',
  about: (name) => `${name} acaba de empezar. Cuente aquí de qué trata, quién la escribe y cómo llegar a la redacción.

## Suscribirse

Hay un [canal de toda la revista](/feed.xml). Un lector de canales le pregunta de vez en cuando qué hay de nuevo.
`,
  post: {
    file: 'bienvenida.md',
    title: 'Bienvenida',
    excerpt: 'El primer artículo. Enseña cómo se escribe el siguiente.',
    body: (name) => `Este es el primer artículo de ${name}. Es un archivo de texto, y puede cambiar todas sus palabras.

## Cómo se escribe un artículo

Encima de la línea de tres guiones están los campos: el título, una o dos frases para las listas, la sección, el nombre y el día. Debajo está el texto, en Markdown.

- Una línea que empieza con dos almohadillas abre un apartado.
- Las palabras entre **dos asteriscos** son importantes; entre *uno*, llevan énfasis.
- Un enlace tiene sus palabras entre corchetes y su dirección entre paréntesis: [acerca de esta revista](/about/).

\`\`\`markdown
## Cómo se escribe un artículo

Un enlace: [acerca de esta revista](/about/)
\`\`\`

> Un párrafo que empieza con un signo de mayor es una cita.

## Lo que sigue

\`npm run new -- "Un título"\` escribe el artículo siguiente como borrador. \`npm run dev\` muestra la revista mientras escribe, y \`npm run check\` dice qué está mal y en qué línea. Cuando todo esté bien, borre la línea \`draft: true\` y confirme el archivo en git.
`,
  },
}
