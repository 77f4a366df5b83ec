import type { CodeSystemConcept, ValueSetComposeIncludeFilter } from 'fhir/r5.js';
import { fullMatches } from '../full-match.ts';
import type { Issue } from '../issue.ts';
import type { Concepts } from './concepts.ts';

type Selected = { readonly concepts: ReadonlySet<CodeSystemConcept> } | { readonly issue: Issue };

const problem = (code: Issue['code'], text: string): Selected => ({
  issue: { severity: 'error', code, rule: 'value-set-filter', text },
});

/** The values a filter looks at: those of a property, or what every concept has. */
const valuesOf = (concepts: Concepts, concept: CodeSystemConcept, property: string): readonly string[] => {
  switch (property) {
    case 'code':
    case 'concept':
      return [concept.code];
    case 'display':
    case 'definition':
      return concept[property] === undefined ? [] : [concept[property]];
    case 'designation':
      return (concept.designation ?? []).map(({ value }) => value);
    case 'parent':
      return [...concepts.parents(concept.code)];
    case 'child':
      return [...concepts.children(concept.code)];
    default:
      return concepts.values(concept, property);
  }
};

const where = (concepts: Concepts, test: (concept: CodeSystemConcept) => boolean): Selected => ({
  concepts: new Set(concepts.all.filter(test)),
});

const list = (value: string): readonly string[] => value.split(',').map((one) => one.trim());

type Operator = (concepts: Concepts, filter: ValueSetComposeIncludeFilter) => Selected;

/** Those in a relation to the concept that the filter names. */
const related =
  (codes: (concepts: Concepts, code: string) => ReadonlySet<string>): Operator =>
  (concepts, { value }) => {
    const named = concepts.find(value);
    if (named === undefined) {
      const text = `The code system ${concepts.codeSystem.url} has no code "${value}" to filter by`;
      return problem('code-invalid', text);
    }
    const wanted = codes(concepts, named.code);
    return where(concepts, ({ code }) => wanted.has(code));
  };

const regex: Operator = (concepts, { property, value }) => {
  const candidates = concepts.all.flatMap((concept) =>
    valuesOf(concepts, concept, property).map((text) => ({ concept, text })),
  );
  const found = fullMatches(
    value,
    candidates.map(({ text }) => text),
  );
  if (found === 'invalid') return problem('invalid', `"${value}" is not a regular expression`);
  if (found === 'too-costly') return problem('too-costly', `Matching "${value}" takes too long`);
  return { concepts: new Set(candidates.filter((_, index) => found[index]).map(({ concept }) => concept)) };
};

/** https://hl7.org/fhir/R5/codesystem-filter-operator.html */
const OPERATORS: Readonly<Record<ValueSetComposeIncludeFilter['op'], Operator>> = {
  '=': (concepts, { property, value }) =>
    where(concepts, (concept) => valuesOf(concepts, concept, property).includes(value)),
  in: (concepts, { property, value }) =>
    where(concepts, (concept) =>
      valuesOf(concepts, concept, property).some((one) => list(value).includes(one)),
    ),
  'not-in': (concepts, { property, value }) =>
    where(concepts, (concept) =>
      valuesOf(concepts, concept, property).every((one) => !list(value).includes(one)),
    ),
  exists: (concepts, { property, value }) =>
    where(concepts, (concept) => valuesOf(concepts, concept, property).length > 0 === (value === 'true')),
  regex,
  'is-a': related((concepts, code) => concepts.below(code)),
  'descendent-of': related((concepts, code) => concepts.below(code).difference(new Set([code]))),
  'is-not-a': related((concepts, code) => {
    const excluded = concepts.below(code);
    return new Set(concepts.all.map((concept) => concept.code).filter((one) => !excluded.has(one)));
  }),
  'child-of': related((concepts, code) => concepts.children(code)),
  'descendent-leaf': related(
    (concepts, code) =>
      new Set([...concepts.below(code)].filter((one) => one !== code && concepts.children(one).size === 0)),
  ),
  generalizes: related((concepts, code) => concepts.above(code)),
};

/** The concepts a filter selects, or why that cannot be said: https://hl7.org/fhir/R5/valueset.html#filters */
export const selected = (concepts: Concepts, filter: ValueSetComposeIncludeFilter): Selected => {
  const operator = Object.hasOwn(OPERATORS, filter.op) ? OPERATORS[filter.op] : undefined;
  if (operator) return operator(concepts, filter);
  return problem('not-supported', `The filter operator "${filter.op}" is not known here`);
};
