import type { CodeSystemConcept, ValueSetComposeInclude, ValueSetComposeIncludeConcept } from 'fhir/r5.js';
import type { Issue } from '../issue.ts';
import { type Answer, type CodeSet, listedOnce, type Member, unknownSet } from './code-set.ts';
import { type Concepts, conceptsOf } from './concepts.ts';
import { selected } from './filter.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import type { TerminologyResources } from './resources.ts';

const gap = (code: Issue['code'], rule: string, text: string): Issue => ({
  severity: 'error',
  code,
  rule,
  text,
});

const memberOf = (
  concepts: Concepts,
  concept: CodeSystemConcept,
  listed?: ValueSetComposeIncludeConcept,
): Member => ({
  system: concepts.codeSystem.url ?? '',
  code: concept.code,
  concepts,
  concept,
  listed,
  isAbstract: concepts.isAbstract(concept),
  isInactive: concepts.isInactive(concept),
});

/** Codes of one system. */
const setOf = (
  system: string,
  set: Pick<CodeSet, 'list'> & { has(code: string): Answer; find(code: string): Member | undefined },
): CodeSet =>
  listedOnce({
    systems: new Set([system]),
    isOpen: false,
    has: (of, code) => (of === system ? set.has(code) : 'no'),
    find: (of, code) => (of === system && set.has(code) === 'yes' ? set.find(code) : undefined),
    list: set.list,
  });

const grammarSet = (system: string, { name, has }: Grammar): CodeSet =>
  setOf(system, {
    has: (code) => (has(code) ? 'yes' : 'no'),
    find: (code) => ({ system, code, isAbstract: false, isInactive: false }),
    list: () => {
      const text = `The codes of ${name} follow a grammar and cannot be listed`;
      return { members: [], gaps: [gap('too-costly', 'code-system-grammar', text)] };
    },
  });

const conceptSet = (system: string, concepts: Concepts): CodeSet => {
  const { content } = concepts.codeSystem;
  const isComplete = content === 'complete';
  return setOf(system, {
    has: (code) => (concepts.find(code) ? 'yes' : isComplete ? 'no' : 'unknown'),
    find: (code) => memberOf(concepts, concepts.find(code)!),
    list: () => {
      const text = `Of the code system ${system} only a part is known here (content: ${content})`;
      return {
        members: concepts.all.map((concept) => memberOf(concepts, concept)),
        gaps: isComplete ? [] : [gap('not-supported', 'code-system-incomplete', text)],
      };
    },
  });
};

const listedSet = (
  system: string,
  whole: CodeSet,
  concepts: Concepts | undefined,
  all: readonly ValueSetComposeIncludeConcept[],
): CodeSet => {
  const key = (code: string): string => concepts?.find(code)?.code ?? code;
  const byCode = new Map(all.map((listed) => [key(listed.code), listed]));
  // What a system that is not at hand is said to have is taken on trust.
  const has = (code: string): Answer =>
    byCode.has(key(code)) && whole.has(system, code) !== 'no' ? 'yes' : 'no';
  const find = (code: string): Member => {
    const [concept, listed] = [concepts?.find(code), byCode.get(key(code))];
    return concepts && concept
      ? memberOf(concepts, concept, listed)
      : { system, code, listed, isAbstract: false, isInactive: false };
  };
  return setOf(system, {
    has,
    find,
    list: () => ({ members: [...byCode.keys()].filter((code) => has(code) === 'yes').map(find), gaps: [] }),
  });
};

const filteredSet = (
  system: string,
  whole: CodeSet,
  concepts: Concepts,
  filters: NonNullable<ValueSetComposeInclude['filter']>,
): CodeSet => {
  let kept: ReadonlySet<CodeSystemConcept> = new Set(concepts.all);
  for (const filter of filters) {
    const found = selected(concepts, filter);
    if ('issue' in found) return unknownSet([system], found.issue);
    kept = kept.intersection(found.concepts);
  }
  return setOf(system, {
    has: (code) => {
      const concept = concepts.find(code);
      return concept === undefined ? whole.has(system, code) : kept.has(concept) ? 'yes' : 'no';
    },
    find: (code) => whole.find(system, code),
    list: () => ({
      members: [...kept].map((concept) => memberOf(concepts, concept)),
      gaps: whole.list().gaps,
    }),
  });
};

/** The codes of a system that a value set includes: all, those it lists, or those its filters select. */
export const systemSet = (
  { system, version, concept, filter }: Omit<ValueSetComposeInclude, 'system'> & { readonly system: string },
  resources: TerminologyResources,
): CodeSet => {
  const grammar = grammarOf(system);
  const codeSystem = grammar ? undefined : resources.codeSystem(system, version);
  const isAtHand = codeSystem && codeSystem.content !== 'not-present' && codeSystem.content !== 'supplement';
  const concepts = isAtHand ? conceptsOf(codeSystem) : undefined;
  const name = `${system}${version === undefined ? '' : `, version ${version},`}`;
  const text = `The code system ${name} is not known here`;
  const whole = grammar
    ? grammarSet(system, grammar)
    : concepts
      ? conceptSet(system, concepts)
      : unknownSet([system], gap('not-found', 'code-system-unknown', text));
  if (concept) return listedSet(system, whole, concepts, concept);
  if (filter === undefined || filter.length === 0) return whole;
  if (concepts) return filteredSet(system, whole, concepts, filter);
  if (grammar === undefined) return whole;
  const unfiltered = `The filters on the codes of ${grammar.name} cannot be evaluated here`;
  const unknown = unknownSet([system], gap('not-supported', 'value-set-filter', unfiltered));
  return { ...unknown, has: (of, code) => (whole.has(of, code) === 'no' ? 'no' : unknown.has(of, code)) };
};
