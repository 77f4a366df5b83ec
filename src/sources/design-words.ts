import { type Fact, NOT_STATED, type Stated } from '../model/fact.ts';
import type { Design } from '../model/record/record.ts';
import type { Located } from './located/tree.ts';
import { partOf, type Wording, wordingOf } from './located/wording.ts';
import { phaseOf } from './record-design.ts';

type Words<T extends string> = readonly (readonly [T, RegExp])[];

const NOT_NO = String.raw`(?!\s*(?:group|assignment|design)?s?\s*:\s*(?:no|not|n\/a)\b)`;
const rule = (pattern: string): RegExp => new RegExp(pattern, 'i');

const ALLOCATION: Words<'randomised' | 'non-randomised' | 'n-a'> = [
  ['n-a', rule(String.raw`\ballocation\s*:\s*(?:n\/?a|not applicable)\b`)],
  ['non-randomised', rule(String.raw`\b(?:non|not)[- ]?randomi[sz]ed|\brandomi[sz](?:ed|ation)\s*:\s*no\b`)],
  [
    'randomised',
    rule(
      String.raw`(?<!\b(?:non|not)[- ]?)\brandomi[sz](?:ed|ation)(?:\s*:\s*(?:yes|randomi[sz]ed))?(?!\s*:\s*(?:no|not|n\/a)\b)`,
    ),
  ],
];

const MASKING: Words<'none' | 'single' | 'double' | 'triple' | 'quadruple'> = [
  [
    'none',
    rule(
      String.raw`\bopen[- ]label(?:led)?${NOT_NO}|\bopen\s*:\s*yes\b|\b(?:blinding|masking)\s*:\s*(?:none|no|not|open)(?:[^.;,(<\n]*[^.;,(<\s])?|\bopen \(masking not used\)|\b(?:not|un|non)[- ]?(?:blinded|masked)\b|\bno (?:blinding|masking)\b`,
    ),
  ],
  [
    'single',
    rule(
      String.raw`\bsingle[- ](?:blind|mask)(?:ed)?\b${NOT_NO}|\b(?:blinding|masking)\s*:\s*single\b(?:[^.;,(<\n]*[^.;,(<\s])?`,
    ),
  ],
  [
    'double',
    rule(
      String.raw`\bdouble[- ](?:blind|mask)(?:ed)?\b${NOT_NO}|\b(?:blinding|masking)\s*:\s*double\b(?:[^.;,(<\n]*[^.;,(<\s])?`,
    ),
  ],
  [
    'triple',
    rule(
      String.raw`\btriple[- ](?:blind|mask)(?:ed)?\b${NOT_NO}|\b(?:blinding|masking)\s*:\s*triple\b(?:[^.;,(<\n]*[^.;,(<\s])?`,
    ),
  ],
  [
    'quadruple',
    rule(
      String.raw`\bquadruple[- ](?:blind|mask)(?:ed)?\b${NOT_NO}|\b(?:blinding|masking)\s*:\s*quadruple\b(?:[^.;,(<\n]*[^.;,(<\s])?`,
    ),
  ],
];

const MODEL: Words<'single-group' | 'parallel' | 'crossover' | 'factorial' | 'sequential'> = [
  [
    'single-group',
    rule(String.raw`\bsingle[- ](?:group|arm)\b(?!\s*:\s*no\b)|\b(?:assignment|group)s?\s*:\s*single\b`),
  ],
  ['parallel', rule(String.raw`\bparallel\b${NOT_NO}`)],
  ['crossover', rule(String.raw`\bcross[- ]?over\b${NOT_NO}`)],
  ['factorial', rule(String.raw`\bfactorial\b${NOT_NO}`)],
  ['sequential', rule(String.raw`\bsequential\b${NOT_NO}`)],
];

const OBSERVATIONAL: Words<
  'cohort' | 'case-control' | 'case-only' | 'case-crossover' | 'ecologic' | 'family-based'
> = [
  ['cohort', rule(String.raw`\bobservational (?:study )?model\s*:\s*cohort\b|\bcohort study\b`)],
  ['case-control', rule(String.raw`\bcase[- ]control\b`)],
  ['case-only', rule(String.raw`\bcase[- ](?:only|series)\b`)],
  ['case-crossover', rule(String.raw`\bcase[- ]crossover\b`)],
  ['ecologic', rule(String.raw`\becologic(?:al)?\b`)],
  ['family-based', rule(String.raw`\bfamily[- ]based\b`)],
];

const PERSPECTIVE: Words<'retrospective' | 'prospective' | 'cross-sectional'> = [
  ['retrospective', rule(String.raw`\bretrospective\b`)],
  ['prospective', rule(String.raw`(?<!\bretrospective[\/, ]+(?:and )?)\bprospective\b`)],
  ['cross-sectional', rule(String.raw`\bcross[- ]sectional\b`)],
];

type Role = Design['whoMasked'][number]['value'];

const ROLES: readonly (readonly [Role, string])[] = [
  ['participant', '(?:participant|subject|patient)s?'],
  ['care-provider', '(?:care ?(?:provider|giver)|carer)s?'],
  ['investigator', 'investigators?'],
  ['outcomes-assessor', '(?:outcomes? )?assessors?'],
  ['data-analyst', '(?:(?:data )?analysts?|statisticians?)'],
];

/** Words behind which it is told who does not know: `Masking: Double (Participant, Investigator)`. */
const TOLD = /\b(?:masking|blinding|who is (?:blinded|masked))\s*:\s*(?!none|no\b|not\b|open)[^.;<\n]*/gi;
const SOMEONE = ROLES.map(([, words]) => words).join('|');
/** Words that say so themselves: `Participant and Investigator Blinded`, `assessor-blind`. */
const BLINDED = new RegExp(
  String.raw`\b(?:${SOMEONE})(?:(?: ?[,&\/] ?(?:and )?| and )(?:${SOMEONE})){0,6}[ -](?:(?:is|are|were) )?(?:blind|mask)(?:ed)?\b`,
  'gi',
);
const SOMEBODY = /\b(?:masking|blinding)\s*:\s*(?:blinded|masked|yes)\b|\bblinded \(masking used\)/i;

const PURPOSE =
  /\bpurpose\s*:\s*(?<words>[^.;,<\n]*[^.;,<\s])|\b(?<before>treatment|prevention|diagnostic|screening|supportive care|basic science) purpose\b/i;

const PHASE =
  /\bphase\s*:?\s*(?:0|[1-4]|iv|iii|ii|i)(?![\p{L}\d])(?:\s*[/-]\s*(?:phase\s*)?(?:[1-4]|iv|iii|ii|i)(?![\p{L}\d]))?/iu;

/** What a node's words say between two places, as a value of ours. */
const factOf = <T>(node: Located, wording: Wording, from: number, words: string, value: T): Fact<T> => ({
  ...partOf(node, wording, from, from + words.length),
  value,
  derivation: 'normalised',
});

/** The one value whose words a node says; nothing where it says several, or none. */
const only = <T extends string>(node: Located, wording: Wording, words: Words<T>): Stated<T> => {
  const found = words.flatMap(([value, pattern]) => {
    const match = pattern.exec(wording.text);
    return match ? [{ value, from: match.index, words: match[0] }] : [];
  });
  const [one, other] = found;
  return one === undefined || other !== undefined
    ? NOT_STATED
    : factOf(node, wording, one.from, one.words, one.value);
};

const whoMasked = (node: Located, wording: Wording): readonly Fact<Role>[] => {
  const places = [...wording.text.matchAll(TOLD), ...wording.text.matchAll(BLINDED)];
  return ROLES.flatMap(([role, words]) => {
    const [found] = places.flatMap((place) => {
      const match = rule(String.raw`\b${words}\b`).exec(place[0]);
      return match ? [factOf(node, wording, place.index + match.index, match[0], role)] : [];
    });
    return found ? [found] : [];
  });
};

const masking = (node: Located, wording: Wording, who: readonly Fact<Role>[]): Design['masking'] => {
  if (MASKING.some(([, pattern]) => pattern.test(wording.text))) return only(node, wording, MASKING);
  const somebody = SOMEBODY.exec(wording.text);
  if (somebody) return factOf(node, wording, somebody.index, somebody[0], 'masked');
  const [first] = who;
  return first ? { ...first, value: 'masked' } : NOT_STATED;
};

const purpose = (node: Located, wording: Wording): Stated<string> => {
  const match = PURPOSE.exec(wording.text);
  const words = match?.groups?.words ?? match?.groups?.before;
  return match === null || words === undefined
    ? NOT_STATED
    : partOf(
        node,
        wording,
        match.index + match[0].indexOf(words),
        match.index + match[0].indexOf(words) + words.length,
      );
};

const phase = (node: Located, wording: Wording): Design['phase'] => {
  const match = PHASE.exec(wording.text);
  const value = match ? phaseOf(match[0]) : undefined;
  return match === null || value === undefined
    ? NOT_STATED
    : factOf(node, wording, match.index, match[0], value);
};

/** What the words of a study design say of it, each at its own words. */
export const designIn = (node: Located | undefined): Partial<Design> => {
  if (node === undefined || node.words === '') return {};
  const wording = wordingOf(node);
  const who = whoMasked(node, wording);
  const found = {
    allocation: only(node, wording, ALLOCATION),
    masking: masking(node, wording, who),
    interventionModel: only(node, wording, MODEL),
    observationalModel: only(node, wording, OBSERVATIONAL),
    timePerspective: only(node, wording, PERSPECTIVE),
    primaryPurpose: purpose(node, wording),
    phase: phase(node, wording),
  };
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, fact]) => fact !== NOT_STATED)),
    ...(who.length > 0 && { whoMasked: who }),
  };
};
