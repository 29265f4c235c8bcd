import { pluralsOf } from './plurals'
import type { Words } from './table'

const plural = pluralsOf('ar')
const articles = (count: number) =>
  plural(count, { zero: 'مقالة', one: 'مقالة', two: 'مقالتان', few: 'مقالات', many: 'مقالة', other: 'مقالة' })

export const ar: Words = {
  comma: '، ',

  skip: 'انتقل إلى المحتوى',
  categories: 'الأقسام',
  all: 'الكل',
  articles,
  darkPaper: 'ورق داكن',

  site: 'الموقع',
  allArticles: 'كل المقالات',
  archive: 'الأرشيف',
  about: 'من نحن',
  since: (name, year) => `${name}، منذ ${year}`,
  noTrackers: 'بلا تتبّع ولا ملفات ارتباط.',

  latest: 'أحدث المقالات',
  readNext: 'اقرأ بعد ذلك',
  minutes: (count) => `${count} د`,
  minutesToRead: (count) => `مدة القراءة ${count} د`,
  updated: ['حُدِّث في ', ''],
  draft: 'مسودة: غير منشورة',
  scheduled: 'لا تُنشر قبل موعدها',
  inThisArticle: 'في هذه المقالة',
  tags: 'الوسوم',
  share: 'مشاركة',
  linkCopied: 'نُسخ الرابط',
  copy: 'نسخ',
  copied: 'نُسخ',
  copyByHand: 'حدِّد النص وانسخه',
  ofSeries: ['سلسلة: ', ''],
  series: 'سلسلة',
  neighbours: 'المقالات المجاورة',
  previous: 'السابقة',
  next: 'التالية',

  moreArticles: 'مزيد من المقالات',
  newer: 'الأحدث',
  older: 'الأقدم',
  sinceDay: (day) => `منذ ${day}`,
  span: (from, to) => `من ${from} إلى ${to}`,
  allOfYear: (count, shown, year) =>
    plural(count, {
      one: `مقالة عام ${year}`,
      two: `مقالتا عام ${year}`,
      few: `كل مقالات عام ${year} (${shown})`,
      other: `كل مقالات عام ${year} (${shown})`,
    }),
  empty: 'لم يُنشر شيء هنا بعد. ستظهر أول مقالة في هذا المكان.',
  everything: (name) => `كل ما نُشر في ${name}، الأحدث أولًا.`,
  tagged: (tag) => `مقالات بوسم «${tag}».`,
  articlesBy: (author) => `مقالات بقلم ${author}.`,
  publishedIn: (year) => `مقالات نُشرت عام ${year}.`,
  wholeSeries: (name) => `سلسلة «${name}» من جزئها الأول.`,
  everyYear: (name) => `${name}، عامًا بعد عام.`,
  aboutName: (name) => `عن ${name}`,
  aboutDescription: (name) => `موضوع ${name} ومن يكتب فيها وكيف تتابع جديدها.`,
  bylines: 'الكُتّاب',
  feed: 'خلاصة RSS',
  feedOf: (name) => `خلاصة RSS: ${name}`,

  notFound: 'الصفحة غير موجودة',
  nothingHere: 'لا شيء هنا',
  noPage: 'لا توجد صفحة في هذا العنوان.',
  mayHaveMoved: 'لا توجد صفحة في هذا العنوان. ربما نُقلت، أو كُتب الرابط خطأً.',
  waysOn: ['اختر قسمًا من الأعلى، أو ابدأ من ', '.'],
  frontPage: 'الصفحة الأولى',
  moved: 'نُقلت الصفحة',
  movedTo: ['نُقلت هذه الصفحة إلى ', '.'],

  code: (name) => (name === undefined ? 'شفرة' : `شفرة: ${name}`),
  table: (columns) => (columns === undefined ? 'جدول' : `جدول: ${columns}`),
  formula: 'صيغة',
  done: 'تم',
  notDone: 'لم يتم',
  linkToSection: (title) => `رابط إلى هذا القسم${title && `: ${title}`}`,
  note: (number) => `الحاشية ${number}`,
  notes: (first, last) => `الحواشي ${first} إلى ${last}`,
  backToReference: (number, place) =>
    `العودة إلى موضع الحاشية ${number}${place === undefined ? '' : `، الموضع ${place}`}`,
  callouts: { note: 'ملاحظة', tip: 'نصيحة', important: 'مهم', warning: 'تحذير', caution: 'تنبيه' },

  asMarkdown: 'كل مقالة متاحة أيضًا بصيغة Markdown: ضع `.md` مكان الشرطة المائلة الأخيرة في عنوانها.',
  newestArticles: 'أحدث المقالات',
  aboutIs: 'ما هي المجلة ومن يكتبها',
  archiveIs: 'كل الأعوام',
  feedIs: 'أحدث المقالات كاملة',
  sitemap: 'خريطة الموقع',
  sitemapIs: 'كل الصفحات',
}
