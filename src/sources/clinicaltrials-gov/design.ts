import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Design } from '../../model/record/record.ts';
import { factOf } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { partOf, wordingOf } from '../located/wording.ts';
import { design, labelled, stated } from '../record-parts.ts';
import * as codes from './codes.ts';
import type { Dialect } from './dialect.ts';
import type { Name } from './names.ts';
import { apiWord } from './older-words.ts';

/** The phase, where all that are named make one. Of two, each stays a remark beside it. */
const phase = (dialect: Dialect, root: Located): Design['phase'] => {
  const nodes = dialect.list(root, 'phases');
  const [only, ...others] = nodes;
  if (only === undefined) return NOT_STATED;
  if (others.length === 0) return dialect.coded(only, 'itself', codes.PHASES);
  const value = codes.PHASES.get(
    nodes
      .map(({ words }) => words)
      .toSorted()
      .join(' '),
  );
  if (value === undefined) return NOT_STATED;
  const fact = factOf(only, value, 'derived');
  return {
    ...fact,
    spans: [fact.spans[0], ...others.map(({ tree, from, to }) => tree.span(from, to))],
  };
};

/** `Double (Participant, Investigator)`, `Double Blind (Subject, Caregiver)`, `None (Open Label)`. */
const MASKED =
  /^(?<masking>None|Open Label|Single|Double|Triple|Quadruple)(?: Blind)?(?: Masked)?(?: \((?<who>[^)]*)\))?$/;

/** Masking as the older XML has it: how many and who in one value. */
const olderMasking = (node: Located | undefined, from = 0, to = node?.words.length ?? 0): Partial<Design> => {
  const match = MASKED.exec(node?.words.slice(from, to) ?? '');
  if (node === undefined || match === null) return {};
  const wording = wordingOf(node);
  const { masking = '', who = '' } = match.groups ?? {};
  const coded = <T>(table: ReadonlyMap<string, T>, start: number, length: number): readonly Fact<T>[] => {
    const part = partOf(node, wording, start, start + length);
    const value = table.get(apiWord(part.words));
    return value === undefined ? [] : [{ ...part, value, derivation: 'normalised' }];
  };
  const [much] = coded(codes.MASKINGS, from, masking.length);
  const start = from + match[0].length - 1 - who.length;
  const people = [...who.matchAll(/[^,\s][^,]*/g)].flatMap(({ index, 0: one }) =>
    coded(codes.WHO_MASKED, start + index, one.length),
  );
  return { masking: much ?? NOT_STATED, whoMasked: people };
};

const OLDEST = {
  Allocation: ['allocation', codes.ALLOCATIONS],
  'Intervention Model': ['interventionModel', codes.INTERVENTION_MODELS],
  'Observational Model': ['observationalModel', codes.OBSERVATIONAL_MODELS],
  'Time Perspective': ['timePerspective', codes.TIME_PERSPECTIVES],
} as const;

/** `Allocation: Randomized, Intervention Model: Parallel Assignment, Masking: Open Label`, as it was until 2017. */
const FIELD =
  /(?:^|,\s+)(?<name>[A-Z][A-Za-z ]+):\s*(?<value>(?:\([^)]*\)|[^,(]|,(?!\s+[A-Z][A-Za-z ]+:))+)/g;

/** What the oldest XML says of the design, all in one value. */
const oldest = (node: Located | undefined): Partial<Design> => {
  if (node === undefined) return {};
  const wording = wordingOf(node);
  const found: Record<string, unknown> = {};
  for (const { 0: field, index, groups } of node.words.matchAll(FIELD)) {
    const { name = '', value = '' } = groups ?? {};
    const words = value.trimEnd();
    const from = index + field.length - value.length;
    const known = OLDEST[name as keyof typeof OLDEST];
    const code = known?.[1].get(apiWord(words));
    const part = (): Fact<string> => partOf(node, wording, from, from + words.length);
    if (known !== undefined && code !== undefined)
      found[known[0]] = { ...part(), value: code, derivation: 'normalised' };
    else if (name === 'Primary Purpose')
      found.primaryPurpose = { ...part(), value: apiWord(words), derivation: 'normalised' };
    else if (name === 'Masking') Object.assign(found, olderMasking(node, from, from + words.length));
  }
  return found;
};

/** How the trial is designed. */
export const designOf = (dialect: Dialect, root: Located): Design => {
  const older = dialect.format === 'xml';
  const coded = <T>(name: Name, table: ReadonlyMap<string, T>): Stated<T> => dialect.coded(root, name, table);
  return design({
    studyType: coded('studyType', codes.STUDY_TYPES),
    phase: phase(dialect, root),
    allocation: coded('allocation', codes.ALLOCATIONS),
    interventionModel: coded('interventionModel', codes.INTERVENTION_MODELS),
    interventionModelDescription: dialect.markdown(root, 'interventionModelDescription'),
    masking: older ? NOT_STATED : coded('masking', codes.MASKINGS),
    maskingDescription: dialect.markdown(root, 'maskingDescription'),
    whoMasked: dialect
      .list(root, 'whoMasked')
      .flatMap((node) => stated(dialect.coded(node, 'itself', codes.WHO_MASKED))),
    primaryPurpose: dialect.word(root, 'primaryPurpose'),
    observationalModel: coded('observationalModel', codes.OBSERVATIONAL_MODELS),
    timePerspective: coded('timePerspective', codes.TIME_PERSPECTIVES),
    features: labelled('Target duration', dialect.text(root, 'targetDuration')),
    ...(older && {
      ...olderMasking(dialect.at(root, 'masking')),
      ...oldest(root.members.get('study_design')?.[0]),
    }),
  });
};
