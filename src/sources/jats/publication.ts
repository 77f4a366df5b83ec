import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { PersonName, Publication, Translation } from '../../model/trial.ts';
import { publication } from '../article.ts';
import { as, at, inner, list, text } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { isDay } from '../prose/date.ts';
import { composed, firstStated, stated } from '../record-parts.ts';

const twoDigits = (words: string): string | undefined =>
  /^\d{1,2}$/.test(words) ? words.padStart(2, '0') : undefined;

/** A date in parts, to the precision it has: https://jats.nlm.nih.gov/archiving/tag-library/1.3/element/pub-date.html */
const dateOf = (node: Located): Stated<string> => {
  const year = as(node, 'year', (words) => (/^\d{4}$/.test(words) ? words : undefined));
  const month = as(node, 'month', twoDigits);
  if (year === NOT_STATED || month === NOT_STATED) return year;
  const day = as(node, 'day', twoDigits);
  const parts = [year, month, ...stated(day)];
  const whole = parts.map(({ value }) => value).join('-');
  return {
    ...year,
    value: day === NOT_STATED || isDay(whole) ? whole : whole.slice(0, 7),
    derivation: 'normalised',
    spans: [year.spans[0], ...parts.slice(1).flatMap(({ spans }) => spans)],
  };
};

const authorOf = (node: Located): readonly Fact<PersonName>[] => {
  const family = text(node, 'name.surname');
  const given = text(node, 'name.given-names');
  const whole = firstStated(composed(family, given), inner(node, 'collab'));
  return stated(whole).map((fact) => ({
    ...fact,
    derivation: fact.derivation === 'derived' ? 'normalised' : fact.derivation,
    value: {
      family: stated(family)[0]?.value ?? '',
      given: stated(given).flatMap(({ value }) => value.split(/\s+/)),
      text: fact.value,
    },
  }));
};

const translatedTitle = (node: Located): readonly Fact<Translation>[] => {
  const language = at(node, '@xml:lang')?.words;
  return language === undefined
    ? []
    : stated(inner(node, 'trans-title')).map((title) => ({
        ...title,
        value: { text: title.value, language },
      }));
};

const byType = (meta: Located | undefined, path: string, attribute: string, type: string): Stated<string> =>
  firstStated(
    ...list(meta, path).flatMap((one) => (at(one, attribute)?.words === type ? stated(text(one)) : [])),
  );

/** The pages of an issue, or what an article without pages is known by there. */
const pagesOf = (meta: Located | undefined): Stated<string> => {
  const [first, last] = [text(meta, 'fpage'), text(meta, 'lpage')];
  if (first === NOT_STATED) return text(meta, 'elocation-id');
  return last === NOT_STATED || last.value === first.value
    ? first
    : {
        ...first,
        value: `${first.value}-${last.value}`,
        derivation: 'normalised',
        spans: [first.spans[0], ...last.spans],
      };
};

/** The publication that an article's front matter describes: https://jats.nlm.nih.gov */
export const publicationOf = (article: Located): Publication => {
  const journal = at(article, 'front.journal-meta');
  const meta = at(article, 'front.article-meta');
  return publication({
    title: inner(meta, 'title-group.article-title'),
    translatedTitles: list(meta, 'title-group.trans-title-group').flatMap(translatedTitle),
    authors: list(meta, 'contrib-group').flatMap((group) =>
      list(group, 'contrib').flatMap((one) =>
        at(one, '@contrib-type')?.words === 'author' ? authorOf(one) : [],
      ),
    ),
    journal: firstStated(
      inner(journal, 'journal-title-group.journal-title'),
      inner(journal, 'journal-title'),
    ),
    publisher: inner(journal, 'publisher.publisher-name'),
    published: firstStated(...list(meta, 'pub-date').map(dateOf)),
    doi: byType(meta, 'article-id', '@pub-id-type', 'doi'),
    issn: text(journal, 'issn'),
    volume: text(meta, 'volume'),
    issue: text(meta, 'issue'),
    pages: pagesOf(meta),
  });
};
