const page = (title, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>{{ ${title} }}</title>
    <meta name="description" content="{{ excerpt }}">
  </head>
  <body>${body}</body>
</html>
`
const post = page('title', '<article><h1>{{ title }}</h1><p>{{ excerpt }}</p>{{ content | safe }}</article>')
const list = page(
  'shown.title',
  `<main><h1>{{ shown.title }}</h1><ul>
{%- for item in shown.posts %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>{% endfor -%}
</ul></main>`,
)
const pageSize = 20

/** Eleventy as it comes, with the lists that the magazine has: the newest articles, categories, tags and authors. */
export default function configure(eleventy) {
  const slugify = eleventy.getFilter('slugify')
  eleventy.addGlobalData('layout', 'post.njk')
  eleventy.addTemplate('_includes/post.njk', post)
  eleventy.addTemplate('lists.njk', list, {
    layout: null,
    pagination: { data: 'collections.pages', size: 1, alias: 'shown' },
    permalink: '{{ shown.url }}',
  })
  eleventy.addCollection('pages', (collections) => {
    const posts = collections.getFilteredByGlob('posts/*.md').reverse()
    const lists = new Map([['articles', posts]])
    for (const item of posts) {
      // Those of the bench have tags where they have no picture.
      const { category, author, tags = [] } = item.data
      for (const name of [`category/${category}`, `author/${slugify(author)}`, ...tags.map((tag) => `tag/${tag}`)]) {
        if (!lists.has(name)) lists.set(name, [])
        lists.get(name).push(item)
      }
    }
    return [...lists].flatMap(([path, shown]) => pagesOf(path, shown))
  })
  return { dir: { input: 'posts', output: 'out' }, markdownTemplateEngine: false }
}

function pagesOf(path, posts) {
  return Array.from({ length: Math.ceil(posts.length / pageSize) }, (_, index) => ({
    title: path,
    url: index ? `/${path}/page/${index + 1}/` : `/${path}/`,
    posts: posts.slice(index * pageSize, (index + 1) * pageSize),
  }))
}
