import { type SearchParameters, searchPath } from '../../fhir/search.ts';

/** Ways to order the list, and the search parameter that each sorts by. */
export const SORTS = {
  updated: '-_lastUpdated',
  title: 'title',
  newest: '-date',
  oldest: 'date',
  largest: '-recruitment-actual',
} as const;

/** A way to order the list. */
export type Sort = keyof typeof SORTS;

/** The filters of which several values may be chosen. */
export const CHOICES = ['phase', 'state', 'design', 'source', 'checked'] as const;

/** A filter of which several values may be chosen. */
export type Choice = (typeof CHOICES)[number];

/** What the list shows, as the address of the page holds it. */
export interface StudyQuery extends Readonly<Record<Choice, readonly string[]>> {
  readonly text: string;
  readonly condition: string;
  readonly intervention: string;
  readonly sort: Sort;
  /** Where the server said that a later page begins. */
  readonly page?: string;
}

const chosen = (parameters: URLSearchParams, choice: Choice): readonly string[] =>
  parameters.get(choice)?.split(',').filter(Boolean) ?? [];

const isSort = (value: string | null): value is Sort => value !== null && Object.hasOwn(SORTS, value);

/** Reads what the address of the page asks for. */
export const studyQuery = (url: string): StudyQuery => {
  const parameters = new URL(url, location.origin).searchParams;
  const sort = parameters.get('sort');
  const page = parameters.get('page');
  return {
    text: parameters.get('text') ?? '',
    condition: parameters.get('condition') ?? '',
    intervention: parameters.get('intervention') ?? '',
    phase: chosen(parameters, 'phase'),
    state: chosen(parameters, 'state'),
    design: chosen(parameters, 'design'),
    source: chosen(parameters, 'source'),
    checked: chosen(parameters, 'checked'),
    sort: isSort(sort) ? sort : 'updated',
    ...(page && { page }),
  };
};

/** The address of the page that shows this. */
export const studiesUrl = ({ sort, ...query }: StudyQuery): string => {
  const said = { ...query, sort: sort === 'updated' ? '' : sort };
  const parameters = Object.entries(said)
    .map(([name, value]) => [name, String(value)] as const)
    .filter(([, value]) => value !== '');
  const written = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
  return written === '' ? '/studies' : `/studies?${written.replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
};

/** The same from the beginning of the list. */
export const firstPage = ({ page: _, ...query }: StudyQuery): StudyQuery => query;

/** Whether nothing is filtered: all studies are listed. */
export const isUnfiltered = ({ text, condition, intervention, ...query }: StudyQuery): boolean =>
  [text, condition, intervention].every((words) => words.trim() === '') &&
  CHOICES.every((choice) => query[choice].length === 0);

/** A full-text query for the beginnings of all words of a text. */
const beginnings = (text: string): string =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => `${word}*`).join(' ');

type Parameters = SearchParameters<'ResearchStudy'>;

const words = (name: Parameters[number][0], text: string): Parameters => {
  const query = beginnings(text);
  return query === '' ? [] : [[name, query]];
};

/** The values of a filter that stand for the absence of what it looks at. */
const ABSENT = 'not-stated';

const among = (
  name: 'phase' | 'state' | 'study-design' | 'identifier' | 'verdict',
  values: readonly string[],
): Parameters => {
  if (values.length === 0) return [];
  return values.includes(ABSENT) ? [[`${name}:missing`, 'true']] : [[name, values.join(',')]];
};

const INTERVENTION = 'protocol:PlanDefinition.activity:ActivityDefinition.title:contains';

/** The FHIR search for what is filtered. */
export const searchOf = (query: StudyQuery): Parameters => [
  ...words('_content', query.text),
  ...words('condition:text-advanced', query.condition),
  ...(query.intervention.trim() === '' ? [] : [[INTERVENTION, query.intervention.trim()] as const]),
  ...among('phase', query.phase),
  ...among('state', query.state),
  ...query.design.flatMap((code) => among('study-design', [code])),
  ...among(
    'identifier',
    query.source.map((system) => `${system}|`),
  ),
  ...among('verdict', query.checked),
];

/** The request that counts the studies that are filtered this way. */
export const countingPath = (query: StudyQuery): string =>
  searchPath('ResearchStudy', [...searchOf(query), ['_summary', 'count']]);
