import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Indexed, Subject } from '../../model/indexed.ts';
import type { PersonName, Publication, Translation } from '../../model/trial.ts';
import { publication } from '../article.ts';
import { as, at, factOf, inner, list, text } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { isDay } from '../prose/date.ts';
import { composed, firstStated, stated } from '../record-parts.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthOf = (words: string): string | undefined => {
  const number = /^\d{1,2}$/.test(words)
    ? Number(words)
    : MONTHS.indexOf(words.slice(0, 3).toLowerCase()) + 1;
  return number >= 1 && number <= 12 ? String(number).padStart(2, '0') : undefined;
};

/** A date in parts, to the precision it has; of a date in words (`2012 Jul-Aug`) the year. */
const dateOf = (node: Located | undefined): Stated<string> => {
  const loose = as(node, 'MedlineDate', (words) => /\b(?:1[89]|20)\d\d\b/.exec(words)?.[0]);
  const year = as(node, 'Year', (words) => (/^\d{4}$/.test(words) ? words : undefined));
  if (year === NOT_STATED) return loose;
  const month = as(node, 'Month', monthOf);
  const day = as(node, 'Day', (words) => (/^\d{1,2}$/.test(words) ? words.padStart(2, '0') : undefined));
  if (month === NOT_STATED) return year;
  const value = [year, month, ...stated(day)].map((part) => part.value).join('-');
  const isWhole = day === NOT_STATED || isDay(value);
  const parts = isWhole ? [month, ...stated(day)] : [month];
  return {
    ...year,
    value: isWhole ? value : value.slice(0, 7),
    derivation: 'normalised',
    spans: [year.spans[0], ...parts.flatMap(({ spans }) => spans)],
  };
};

const ORCID = /(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/;

const authorOf = (node: Located): readonly Fact<PersonName>[] => {
  const [family, given, initials, collective] = ['LastName', 'ForeName', 'Initials', 'CollectiveName'].map(
    (path) => inner(node, path),
  ) as [Stated<string>, Stated<string>, Stated<string>, Stated<string>];
  const name = firstStated(family, collective);
  if (name === NOT_STATED) return [];
  const affiliations = list(node, 'AffiliationInfo').flatMap((one) => stated(inner(one, 'Affiliation')));
  const [orcid] = list(node, 'Identifier').flatMap((one) =>
    at(one, '@Source')?.words === 'ORCID' ? stated(as(one, '', (words) => ORCID.exec(words)?.[1])) : [],
  );
  const whole = family === NOT_STATED ? name : composed(family, firstStated(initials, given));
  if (whole === NOT_STATED) return [];
  return [
    {
      ...whole,
      derivation: whole.derivation === 'derived' ? 'normalised' : whole.derivation,
      value: {
        family: family === NOT_STATED ? '' : family.value,
        given: given === NOT_STATED ? [] : given.value.split(/\s+/),
        text: whole.value,
        ...(affiliations.length > 0 && { affiliations }),
        ...(orcid && { orcid }),
      },
    },
  ];
};

/** BCP 47 by the codes of the MARC list, as far as they differ from its first two letters. */
const LANGUAGES: Readonly<Record<string, string>> = {
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  fre: 'fr',
  ger: 'de',
  gre: 'el',
  jpn: 'ja',
  per: 'fa',
  pol: 'pl',
  por: 'pt',
  rum: 'ro',
  slo: 'sk',
  spa: 'es',
  swe: 'sv',
  tur: 'tr',
  ukr: 'uk',
};

const translatedTitles = (article: Located | undefined): readonly Fact<Translation>[] =>
  stated(inner(article, 'VernacularTitle')).flatMap((title) => {
    const code = list(article, 'Language')
      .map(({ words }) => words.toLowerCase())
      .find((one) => one !== 'eng');
    const language = code && (LANGUAGES[code] ?? code.slice(0, 2));
    return language ? [{ ...title, value: { text: title.value, language } }] : [];
  });

const subjectOf = (node: Located): readonly Subject[] =>
  stated(text(node)).map((term) => ({ term, code: text(node, '@UI') }));

const articleId = (data: Located | undefined, type: string): Stated<string> =>
  firstStated(
    ...list(data, 'ArticleIdList.ArticleId').map((one) =>
      at(one, '@IdType')?.words === type ? text(one) : NOT_STATED,
    ),
  );

const RETRACTED_BY = /^(?:RetractionIn|PartialRetractionIn)$/;

const indexed = (citation: Located, data: Located | undefined): Indexed | undefined => {
  const pmid = as(citation, 'PMID', (words) => (/^\d+$/.test(words) ? words : undefined));
  if (pmid === NOT_STATED) return undefined;
  const article = at(citation, 'Article');
  const types = list(article, 'PublicationTypeList.PublicationType').flatMap(subjectOf);
  const related = list(citation, 'CommentsCorrectionsList.CommentsCorrections').flatMap((one) =>
    stated(text(one, '@RefType')).map((relation) => ({
      relation,
      citation: inner(one, 'RefSource'),
      pmid: text(one, 'PMID'),
    })),
  );
  const retraction =
    types.find(({ term }) => term.value === 'Retracted Publication')?.term ??
    related.find(({ relation }) => RETRACTED_BY.test(relation.value) && !relation.value.startsWith('Partial'))
      ?.relation;
  return {
    pmid,
    pmcid: articleId(data, 'pmc'),
    journalAbbreviation: firstStated(
      text(article, 'Journal.ISOAbbreviation'),
      text(citation, 'MedlineJournalInfo.MedlineTA'),
    ),
    publishedOnline: firstStated(
      ...list(article, 'ArticleDate').map((one) =>
        at(one, '@DateType')?.words === 'Electronic' ? dateOf(one) : NOT_STATED,
      ),
    ),
    revised: dateOf(at(citation, 'DateRevised')),
    retracted: retraction ? { ...retraction, value: true, derivation: 'normalised' } : NOT_STATED,
    abstract: list(article, 'Abstract.AbstractText').flatMap((one) =>
      stated(inner(one)).map((words) => ({ heading: text(one, '@Label'), text: words })),
    ),
    types,
    headings: list(citation, 'MeshHeadingList.MeshHeading').flatMap((one) => {
      const [heading] = list(one, 'DescriptorName').flatMap(subjectOf);
      return heading ? [{ heading, qualifiers: list(one, 'QualifierName').flatMap(subjectOf) }] : [];
    }),
    keywords: list(citation, 'KeywordList').flatMap((one) =>
      list(one, 'Keyword').flatMap((word) => stated(inner(word))),
    ),
    related,
  };
};

const doi = (article: Located | undefined, data: Located | undefined): Stated<string> =>
  firstStated(
    ...list(article, 'ELocationID').map((one) =>
      at(one, '@EIdType')?.words === 'doi' && at(one, '@ValidYN')?.words !== 'N' ? text(one) : NOT_STATED,
    ),
    articleId(data, 'doi'),
  );

/** The publication of a citation in PubMed: https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html */
export const publicationOf = (node: Located): Publication => {
  const citation = at(node, 'MedlineCitation');
  const data = at(node, 'PubmedData');
  const article = at(citation, 'Article');
  const issue = at(article, 'Journal.JournalIssue');
  const found = citation && indexed(citation, data);
  const complete = at(article, 'AuthorList.@CompleteYN');
  return publication({
    title: inner(article, 'ArticleTitle'),
    translatedTitles: translatedTitles(article),
    authors: list(article, 'AuthorList.Author').flatMap(authorOf),
    authorsComplete:
      complete?.words === 'N' || complete?.words === 'Y'
        ? factOf(complete, complete.words === 'Y')
        : NOT_STATED,
    journal: text(article, 'Journal.Title'),
    published: firstStated(dateOf(at(issue, 'PubDate')), dateOf(at(article, 'ArticleDate'))),
    doi: doi(article, data),
    issn: text(article, 'Journal.ISSN'),
    volume: text(issue, 'Volume'),
    issue: text(issue, 'Issue'),
    pages: firstStated(text(article, 'Pagination.MedlinePgn'), text(article, 'Pagination.StartPage')),
    ...(found && { indexed: found }),
  });
};
