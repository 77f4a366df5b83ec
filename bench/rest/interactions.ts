import { creating, dayOf, idsOf, NUMBERS, newStudyResource, numberOf, studyResource } from './corpus.ts';

/** A request, its path from the base of the FHIR interface on. */
export interface BenchRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: string;
}

/** What is measured. */
export interface Interaction {
  readonly name: string;
  /** The processor time that the server may take for one on its embedded database, in milliseconds. */
  readonly target?: number;
  readonly status: number;
  /** What the answer must have in it, so that an answer to something else is not measured. */
  readonly has: string;
  /** The `at`th request; studies below `studies` are stored. */
  readonly request: (at: number, studies: number) => BenchRequest;
}

/** A study that is stored, another one each time, near none of those before. */
const stored = (at: number, studies: number): number => (at * 7919 + 13) % studies;

const get = (path: string): BenchRequest => ({ method: 'GET', path });

const query = (type: string, ...pairs: readonly (readonly [string, string])[]): BenchRequest =>
  get(`${type}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`);

const send = (method: 'POST' | 'PUT', path: string, resource: object): BenchRequest => ({
  method,
  path,
  body: JSON.stringify(resource),
});

const PAGE = [
  ['_count', '20'],
  ['_total', 'none'],
] as const;

/** Some days later than a day. */
const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** How many days of registrations are about 40 studies. */
const spanOf = (studies: number): number => Math.max(1, Math.round((40 * 4000) / studies));

/** Numbers of studies that are written while it is measured: above any that is loaded. */
let written = 10_000_000;
const next = (): number => {
  written += 1;
  return written;
};

/** Those that only read, then those that write: what is written must not change what is read. */
export const interactions: readonly Interaction[] = [
  {
    name: 'read',
    target: 0.08,
    status: 200,
    has: '"ResearchStudy"',
    request: (at, studies) => get(`ResearchStudy/${idsOf(stored(at, studies)).study}`),
  },
  {
    name: 'token',
    target: 0.12,
    status: 200,
    has: '"mode":"match"',
    request: (at, studies) =>
      query('ResearchStudy', ['identifier', `${NUMBERS}|T-${numberOf(stored(at, studies))}`]),
  },
  {
    name: 'string, ten found',
    target: 0.25,
    status: 200,
    has: '"mode":"match"',
    request: (at, studies) =>
      query('ResearchStudy', ['title', `Trial ${numberOf(stored(at, studies)).slice(0, -1)}`]),
  },
  {
    name: 'date range, page of 20',
    target: 0.3,
    status: 200,
    has: '"mode":"match"',
    request: (at, studies) => {
      const day = dayOf(stored(at, studies));
      return query(
        'ResearchStudy',
        ['date', `ge${day}`],
        ['date', `lt${later(day, spanOf(studies))}`],
        ...PAGE,
      );
    },
  },
  {
    name: 'sort by date, page of 20',
    target: 0.3,
    status: 200,
    has: '"mode":"match"',
    request: () => query('ResearchStudy', ['_sort', '-date'], ...PAGE),
  },
  {
    name: 'page of 20 and total',
    status: 200,
    has: '"total":',
    request: () => query('ResearchStudy', ['status', 'active'], ['_count', '20'], ['_total', 'accurate']),
  },
  {
    name: 'include',
    target: 0.2,
    status: 200,
    has: '"mode":"include"',
    request: (at, studies) =>
      query(
        'ResearchStudy',
        ['_id', idsOf(stored(at, studies)).study],
        ['_include', 'ResearchStudy:protocol'],
      ),
  },
  {
    name: 'reverse include',
    target: 0.2,
    status: 200,
    has: '"mode":"include"',
    request: (at, studies) =>
      query(
        'PlanDefinition',
        ['_id', idsOf(stored(at, studies)).plan],
        ['_revinclude', 'ResearchStudy:protocol'],
      ),
  },
  {
    name: 'chain',
    target: 0.2,
    status: 200,
    has: '"mode":"match"',
    request: (at, studies) =>
      query('ResearchStudy', [
        'protocol:PlanDefinition.identifier',
        `${NUMBERS}|P-${numberOf(stored(at, studies))}`,
      ]),
  },
  {
    name: '_has',
    target: 0.2,
    status: 200,
    has: '"mode":"match"',
    request: (at, studies) =>
      query('PlanDefinition', [
        '_has:ResearchStudy:protocol:identifier',
        `${NUMBERS}|T-${numberOf(stored(at, studies))}`,
      ]),
  },
  {
    name: 'count',
    status: 200,
    has: '"total":',
    request: (at, studies) =>
      query('ResearchStudy', ['date', `ge${dayOf(stored(at, studies))}`], ['_summary', 'count']),
  },
  {
    name: '$validate',
    target: 0.3,
    status: 200,
    has: '"OperationOutcome"',
    request: (at, studies) =>
      send('POST', 'ResearchStudy/$validate', studyResource(stored(at, studies), at + 1)),
  },
  {
    name: 'create',
    target: 0.6,
    status: 201,
    has: '"ResearchStudy"',
    request: (at, studies) => send('POST', 'ResearchStudy', newStudyResource(next(), stored(at, studies))),
  },
  {
    name: 'update',
    target: 0.6,
    status: 200,
    has: '"ResearchStudy"',
    request: (at, studies) => {
      const resource = studyResource(stored(at, studies), next());
      return send('PUT', `ResearchStudy/${resource.id}`, resource);
    },
  },
  {
    name: 'transaction of six',
    target: 3,
    status: 200,
    has: '"transaction-response"',
    request: () => send('POST', '', creating(next())),
  },
  {
    name: 'history',
    status: 200,
    has: '"history"',
    request: (at, studies) => get(`ResearchStudy/${idsOf(stored(at, studies)).study}/_history`),
  },
];
