import { NOT_STATED, stated } from '../../model/fact.ts';
import type { Identifier, Milestone, Title } from '../../model/record/record.ts';
import { registryNumber } from '../../model/registry-number.ts';
import type { Registry } from '../../model/trial.ts';
import type { Located } from '../located/tree.ts';
import { stated as asList, concluded, identifier, milestone } from '../record-parts.ts';
import { ACTUAL } from './codes.ts';
import type { Dialect } from './dialect.ts';
import type { Name } from './names.ts';

/** Kinds of secondary numbers under which a registry gave this very trial its number. */
const OF_REGISTRIES = new Set(['EUDRACT_NUMBER', 'CTIS', 'REGISTRY']);

/** What the API calls a registry's number, where the older XML leaves it to the number's form. */
const kindOf = (registry: Registry): string =>
  ({ EudraCT: 'EUDRACT_NUMBER', CTIS: 'CTIS' })[registry as string] ?? 'REGISTRY';

/** A number beside the record's own. Funders' and other numbers may be shared with other trials. */
const secondary = (dialect: Dialect, node: Located): readonly Identifier[] =>
  asList(dialect.text(node, 'secondaryId')).map((said) => {
    const found = registryNumber(said.value);
    const another = found !== undefined && found.registry !== 'NCT';
    const type =
      dialect.format === 'xml' && another
        ? concluded(said, kindOf(found.registry))
        : dialect.word(node, 'secondaryIdType');
    const known = {
      type,
      assigner: dialect.text(node, 'secondaryIdDomain'),
      url: dialect.text(node, 'secondaryIdLink'),
    };
    if (!another || !OF_REGISTRIES.has(stated(type) ?? ''))
      return identifier(said, 'related', undefined, known);
    const value =
      found.number === said.value
        ? said
        : { ...said, value: found.number, derivation: 'normalised' as const };
    return identifier(value, 'same-trial', found.registry, known);
  });

/** The trial's numbers, the record's own first; none where that is not stated. */
export const identifiers = (
  dialect: Dialect,
  root: Located,
): readonly [Identifier, ...Identifier[]] | undefined => {
  const number = dialect.text(root, 'nctId');
  if (number === NOT_STATED || registryNumber(number.value)?.registry !== 'NCT') return undefined;
  const organisation = dialect.text(root, 'orgStudyId');
  return [
    identifier(number, 'own', 'NCT'),
    ...dialect.texts(root, 'aliases').map((alias) => identifier(alias, 'same-trial', 'NCT')),
    ...asList(organisation).map((value) =>
      identifier(value, 'organisation', undefined, {
        type: dialect.word(root, 'orgStudyIdType'),
        assigner: dialect.text(root, 'organisation'),
        url: dialect.text(root, 'orgStudyIdLink'),
      }),
    ),
    ...dialect.list(root, 'secondaryIds').flatMap((node) => secondary(dialect, node)),
  ];
};

const TITLES = [
  ['briefTitle', 'brief'],
  ['officialTitle', 'official'],
  ['acronym', 'acronym'],
] as const;

/** What the trial is called. */
export const titles = (dialect: Dialect, root: Located): readonly Title[] =>
  TITLES.flatMap(([name, kind]) => asList(dialect.text(root, name)).map((text) => ({ text, kind })));

const EVENTS: readonly (readonly [Milestone['event'], date: Name, type?: Name])[] = [
  ['start', 'start', 'startType'],
  ['primary-completion', 'primaryCompletion', 'primaryCompletionType'],
  ['completion', 'completion', 'completionType'],
  ['first-submitted', 'firstSubmitted'],
  ['first-submitted-qc', 'firstSubmittedQc'],
  ['first-posted', 'firstPosted', 'firstPostedType'],
  ['results-submitted', 'resultsSubmitted'],
  ['results-submitted-qc', 'resultsSubmittedQc'],
  ['results-posted', 'resultsPosted', 'resultsPostedType'],
  ['disposition-submitted', 'dispositionSubmitted'],
  ['disposition-submitted-qc', 'dispositionSubmittedQc'],
  ['disposition-posted', 'dispositionPosted', 'dispositionPostedType'],
  ['update-submitted', 'updateSubmitted'],
  ['update-posted', 'updatePosted', 'updatePostedType'],
  ['verified', 'verified'],
];

/** What happens to the trial and to its record, and when. A type without a date is left for the remarks. */
export const milestones = (dialect: Dialect, root: Located): readonly Milestone[] =>
  EVENTS.flatMap(([event, name, type]) => {
    const date = dialect.date(root, name);
    return date === NOT_STATED || type === undefined
      ? milestone(event, date)
      : milestone(event, date, dialect.coded(root, type, ACTUAL));
  });
