import { MEASURE_NAMES, type MeasureName } from '../../fhir/effect-measure.ts';
import type { Verdict } from '../../fhir/number-check.ts';
import { queryOf, type SearchParameters } from '../../fhir/search.ts';

/** The ways to pool that the server has. */
export const MODELS = [
  'random-reml',
  'random-dersimonian-laird',
  'fixed-inverse-variance',
  'fixed-mantel-haenszel',
  'fixed-peto',
] as const;

/** A way to pool. */
export type Model = (typeof MODELS)[number];

/** The choices of how to pool that are either made or not. */
export const SWITCHES = ['hartungKnapp', 'sharedControl', 'inconsistent', 'unordered'] as const;

/** The choices of how to pool that are words. */
export const WORDS = ['exposure', 'reference', 'category'] as const;

/** What the page shows, as its address holds it. */
export interface EvidenceQuery
  extends Readonly<Record<(typeof SWITCHES)[number], boolean>>,
    Readonly<Record<(typeof WORDS)[number], string>> {
  readonly outcome: string;
  readonly condition: string;
  readonly study: string;
  readonly checked: Verdict | '';
  /** The ids of the evidence that was chosen; none stands for all. */
  readonly rows: readonly string[];
  /** The measure to pool by; effects are drawn as reported without one. */
  readonly effect: MeasureName | '';
  readonly model: Model;
  /** Where the server said that a later page begins. */
  readonly page: string;
}

const VERDICTS: readonly Verdict[] = ['consistent', 'inconsistent', 'cannot-be-verified'];

const among = <T extends string, D>(values: readonly T[], value: string, otherwise: D): T | D =>
  values.find((one) => one === value) ?? otherwise;

/** Reads what the address of the page asks for. */
export const evidenceQuery = (url: string): EvidenceQuery => {
  const parameters = new URL(url, location.origin).searchParams;
  const said = (name: string): string => parameters.get(name) ?? '';
  const made = (name: string): boolean => said(name) === 'true';
  return {
    outcome: said('outcome'),
    condition: said('condition'),
    study: said('study'),
    checked: among(VERDICTS, said('checked'), ''),
    rows: said('rows').split(',').filter(Boolean),
    effect: among(MEASURE_NAMES, said('effect'), ''),
    model: among(MODELS, said('model'), 'random-reml'),
    page: said('page'),
    hartungKnapp: made('hartungKnapp'),
    sharedControl: made('sharedControl'),
    inconsistent: made('inconsistent'),
    unordered: made('unordered'),
    exposure: said('exposure'),
    reference: said('reference'),
    category: said('category'),
  };
};

/** The address of the page that shows this. */
export const evidenceUrl = ({ model, ...query }: EvidenceQuery): string => {
  const said = { ...query, model: model === 'random-reml' ? '' : model };
  const parameters = Object.entries(said)
    .map(([name, value]) => [name, String(value)] as const)
    .filter(([, value]) => value !== '' && value !== 'false');
  const written = queryOf(parameters).replaceAll('%2C', ',');
  return written === '' ? '/evidence' : `/evidence?${written}`;
};

/** Whether anything narrows what is listed. */
export const isNarrowed = ({ outcome, condition, study, checked }: EvidenceQuery): boolean =>
  [outcome, condition, study, checked].some((value) => value !== '');

const wordsIn = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

const beginnings = (text: string): string =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => `${word}*`).join(' ');

/** The FHIR search for what is listed. */
export const searchOf = ({
  outcome,
  condition,
  study,
  checked,
}: EvidenceQuery): SearchParameters<'Evidence'> => [
  ...wordsIn(outcome).map((word) => ['title:contains', word] as const),
  ...(beginnings(condition) === ''
    ? []
    : [['study:ResearchStudy.condition:text-advanced', beginnings(condition)] as const]),
  ...(study === '' ? [] : [['study', `ResearchStudy/${study}`] as const]),
  ...(checked === '' ? [] : [['_has:ArtifactAssessment:artifact:verdict', checked] as const]),
];

/** The FHIR search for what is pooled: what was chosen, else all that is listed. */
const pooledSearch = (query: EvidenceQuery): string =>
  queryOf(query.rows.length > 0 ? [['_id', query.rows.join(',')]] : searchOf(query));

/** The input parameters of `$pool`, by name: https://w3id.org/trialbridge/fhir/OperationDefinition/pool */
export const poolInputs = (
  query: EvidenceQuery & { readonly effect: MeasureName },
): Readonly<Record<string, string | boolean>> => ({
  effect: query.effect,
  search: pooledSearch(query),
  model: query.model,
  ...(query.hartungKnapp && { hartungKnapp: true }),
  ...(query.sharedControl && { sharedControl: 'split' }),
  ...(query.inconsistent && { inconsistent: 'keep' }),
  ...(query.unordered && { unordered: 'first-against-second' }),
  ...Object.fromEntries(WORDS.flatMap((name) => (query[name] === '' ? [] : [[name, query[name]]]))),
});
