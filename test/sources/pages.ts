/** A page that mirrors an abstract among a site's own words. */
export const mirrored = ({
  title,
  abstract,
  heading = 'Abstract',
  above = '',
  below = '',
}: {
  readonly title: string;
  readonly abstract: string;
  readonly heading?: string;
  readonly above?: string;
  readonly below?: string;
}): string => `${title}\n\n${above}\n\n${heading}\n\n${abstract}\n\n${below}\n`;

const LABELS = {
  de: ['Medientyp', 'Titel', 'Beteiligte', 'Erschienen', 'Erschienen in', 'Beschreibung', 'Zugangsstatus'],
  en: ['Media type', 'Title', 'Contributors', 'Published', 'Published in', 'Description', 'Access status'],
  fr: ['Type', 'Titre', 'Auteurs', 'Éditeur', 'Publié dans', 'Résumé', 'Access'],
} as const;

/** A library catalogue's entry, labelled in one of three languages. */
export const catalogued = ({
  title,
  description,
  language = 'en',
  authors = 'Quill, Ada; Okonkwo-Reyes, Bo',
  imprint = 'Imaginary Press, 2031',
  journal = 'Journal of Invented Medicine',
  bullet = '  • ',
}: {
  readonly title: string;
  readonly description: string;
  readonly language?: keyof typeof LABELS;
  readonly authors?: string;
  readonly imprint?: string;
  readonly journal?: string;
  readonly bullet?: string;
}): string => {
  const [type, titled, by, published, within, about, access] = LABELS[language];
  return [
    `${type}: E-Article`,
    `${titled}: ${title}`,
    `${by}: ${authors}`,
    `${published}: ${imprint}`,
    `${within}: ${journal}`,
    'DOI: 10.99999/jim.2031.17',
    'ISSN: 0000-0019',
    `${about}: ${description}`,
    `${access}: Open`,
  ]
    .map((line) => `${bullet}${line}\n`)
    .join('');
};

/** Sections of an abstract with JATS tags, as publishers deliver them: https://jats.nlm.nih.gov */
export const jats = (sections: Readonly<Record<string, string>>, prefix = 'jats:'): string =>
  Object.entries(sections)
    .map(
      ([heading, text]) =>
        `<${prefix}sec><${prefix}title>${heading}</${prefix}title><${prefix}p>${text}</${prefix}p></${prefix}sec>`,
    )
    .join('');

/** The same with its angle brackets escaped, as some catalogues show it. */
export const escaped = (markup: string): string => markup.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Sections under headings in the running text. */
export const running = (sections: Readonly<Record<string, string>>): string =>
  Object.entries(sections)
    .map(([heading, text]) => `${heading.toUpperCase()}: ${text}`)
    .join(' ');

/** Sections under headings on lines of their own. */
export const stacked = (sections: Readonly<Record<string, string>>): string =>
  Object.entries(sections)
    .map(([heading, text]) => `${heading}\n${text}`)
    .join('\n\n');
