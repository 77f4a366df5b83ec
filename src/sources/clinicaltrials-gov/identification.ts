import { NOT_STATED, stated } from '../../model/fact.ts';
import type { Identifier, Milestone, Title } from '../../model/record/record.ts';
import { registryNumber } from '../../model/registry-number.ts';
import type { Located } from '../located/tree.ts';
import { stated as asList, identifier, milestone } from '../record-parts.ts';
import { ACTUAL } from './codes.ts';
import type { Dialect } from './dialect.ts';
import type { Name } from './names.ts';

/** Kinds of secondary numbers under which a registry gave this very trial its number. */
const OF_REGISTRIES = new Set(['EUDRACT_NUMBER', 'CTIS', 'REGISTRY']);

/** A number beside the record's own. Funders' and other numbers may be shared with other trials. */
const secondary = (dialect: Dialect, node: Located): readonly Identifier[] =>
  asList(dialect.text(node, 'secondaryId')).map((said) => {
    const known = {
      type: dialect.word(node, 'secondaryIdType'),
      assigner: dialect.text(node, 'secondaryIdDomain'),
      url: dialect.text(node, 'secondaryIdLink'),
    };
    // The older XML tells no kind; there the number's form alone says whose it is.
    const kind = stated(known.type);
    const found = registryNumber(said.value);
    const another = found !== undefined && found.registry !== 'NCT';
    if (!another || !(dialect.format === 'xml' || (kind !== undefined && OF_REGISTRIES.has(kind))))
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
