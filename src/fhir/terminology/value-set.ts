import type {
  ValueSet,
  ValueSetComposeInclude,
  ValueSetExpansion,
  ValueSetExpansionContains,
} from 'fhir/r5.js';
import type { Issue } from '../issue.ts';
import {
  type CodeSet,
  difference,
  intersection,
  listedOnce,
  type Member,
  NOTHING,
  orExpanded,
  union,
  unknownSet,
} from './code-set.ts';
import { conceptsOf } from './concepts.ts';
import { canonicalParts, type TerminologyResources } from './resources.ts';
import { systemSet } from './system-set.ts';

/** The rule of the issue that a value set imports itself. */
export const CYCLE = 'value-set-cycle';

const error = (code: Issue['code'], rule: string, text: string): Issue => ({
  severity: 'error',
  code,
  rule,
  text,
});

const flat = (contains: readonly ValueSetExpansionContains[]): readonly ValueSetExpansionContains[] =>
  contains.flatMap((entry) => [entry, ...flat(entry.contains ?? [])]);

/** Whether an expansion has all codes of its value set. */
export const isWhole = ({ extension, offset, parameter, total }: ValueSetExpansion, count: number): boolean =>
  !(extension ?? []).some(({ url }) => /\/valueset-(?:toocostly|unclosed)$/.test(url)) &&
  !(parameter ?? []).some(({ name }) => name === 'filter') &&
  (offset ?? 0) === 0 &&
  (total ?? count) <= count;

const expandedSet = (valueSet: ValueSet, expansion: ValueSetExpansion): CodeSet => {
  const contains = flat(expansion.contains ?? []);
  const members = contains.flatMap(
    ({ system, code, display, designation, abstract, inactive }): readonly Member[] =>
      system === undefined || code === undefined
        ? []
        : [
            {
              system,
              code,
              listed: { code, ...(display && { display }), ...(designation && { designation }) },
              isAbstract: abstract ?? false,
              isInactive: inactive ?? false,
            },
          ],
  );
  const byKey = new Map(members.map((member) => [`${member.system}|${member.code}`, member]));
  const whole = isWhole(expansion, contains.length);
  const text = `The value set ${valueSet.url ?? 'given'} comes with an expansion that is not complete`;
  return {
    systems: new Set(members.map(({ system }) => system)),
    isOpen: !whole,
    has: (system, code) => (byKey.has(`${system}|${code}`) ? 'yes' : whole ? 'no' : 'unknown'),
    find: (system, code) => byKey.get(`${system}|${code}`),
    list: () => ({ members, gaps: whole ? [] : [error('incomplete', 'value-set-expansion', text)] }),
  };
};

/** The codes of systems that are still in use; of systems that are not at hand, any. */
const inUse = (resources: TerminologyResources): CodeSet => {
  const text = 'Which codes are in use cannot be listed for all code systems';
  return {
    ...unknownSet([], error('not-supported', 'value-set-inactive', text)),
    has: (system, code) => {
      const codeSystem = resources.codeSystem(system);
      const concepts = codeSystem && conceptsOf(codeSystem);
      const concept = concepts?.find(code);
      return concepts && concept && concepts.isInactive(concept) ? 'no' : 'yes';
    },
  };
};

/** Reads value sets as sets of codes, with the resources that they refer to: https://hl7.org/fhir/R5/valueset.html */
export const codeSets = (resources: TerminologyResources): ((valueSet: ValueSet) => CodeSet) => {
  const read = new Map<ValueSet, CodeSet>();
  const reading = new Set<ValueSet>();

  const imported = (canonical: string): CodeSet => {
    const { url, version } = canonicalParts(canonical);
    const valueSet = resources.valueSet(url, version);
    if (valueSet) return codeSet(valueSet);
    const text = `The value set ${canonical} is not known here`;
    return unknownSet([], error('not-found', 'value-set-unknown', text));
  };

  const include = ({ system, valueSet, ...rest }: ValueSetComposeInclude): CodeSet => {
    const own = system === undefined ? [] : [systemSet({ system, ...rest }, resources)];
    const [first, ...others] = [...own, ...(valueSet ?? []).map(imported)];
    if (first === undefined) return NOTHING;
    return others.length === 0 ? first : intersection([first, ...others]);
  };

  const composed = ({ compose }: ValueSet): CodeSet => {
    if (compose === undefined) return NOTHING;
    const included = union(compose.include.map(include));
    const excluded = (compose.exclude ?? []).map(include);
    const set = excluded.length === 0 ? included : difference(included, union(excluded));
    return compose.inactive === false ? intersection([set, inUse(resources)]) : set;
  };

  const codeSet = (valueSet: ValueSet): CodeSet => {
    const known = read.get(valueSet);
    if (known) return known;
    if (reading.has(valueSet)) {
      const text = `The value set ${valueSet.url ?? 'given'} imports itself, by way of others or directly`;
      return unknownSet([], error('business-rule', CYCLE, text));
    }
    reading.add(valueSet);
    const { compose, expansion } = valueSet;
    const expanded = expansion && expandedSet(valueSet, expansion);
    const found = compose === undefined && expanded ? expanded : composed(valueSet);
    const set = listedOnce(compose && expanded ? orExpanded(found, expanded) : found);
    reading.delete(valueSet);
    read.set(valueSet, set);
    return set;
  };
  return codeSet;
};
