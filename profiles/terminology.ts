import type {
  CodeSystemConcept,
  CodeSystem as CodeSystemResource,
  ValueSetComposeInclude,
  ValueSetComposeIncludeFilter,
  ValueSet as ValueSetResource,
} from 'fhir/r5.js';
import type { CodeSystem, ValueSet } from '../src/validation/structure-definition.ts';

type Concept = CodeSystemConcept & { ancestors: readonly string[] };
type Members = Map<string, Set<string> | true>;

const flatten = (concepts: readonly CodeSystemConcept[], ancestors: readonly string[]): readonly Concept[] =>
  concepts.flatMap((concept) => [
    { ...concept, ancestors },
    ...flatten(concept.concept ?? [], [...ancestors, concept.code]),
  ]);

/** All concepts; HL7 Terminology says a polyhierarchy by the property `subsumedBy` instead of nesting. */
const concepts = (system: CodeSystemResource): readonly Concept[] => {
  const flat = flatten(system.concept ?? [], []);
  const parents = new Map(
    flat.map((concept) => [
      concept.code,
      [
        ...concept.ancestors.slice(-1),
        ...(concept.property ?? [])
          .filter(({ code }) => code === 'subsumedBy' || code === 'parent')
          .map(({ valueCode, valueString }) => valueCode ?? valueString ?? ''),
      ],
    ]),
  );
  const ancestors = (code: string, seen: Set<string>): Set<string> => {
    for (const parent of parents.get(code) ?? []) {
      if (!seen.has(parent)) {
        seen.add(parent);
        ancestors(parent, seen);
      }
    }
    return seen;
  };
  return flat.map((concept) => ({ ...concept, ancestors: [...ancestors(concept.code, new Set())] }));
};

/** A code system as the validator reads it. */
export const codeSystem = (system: CodeSystemResource): CodeSystem => ({
  complete: system.content === 'complete',
  caseSensitive: system.caseSensitive ?? true,
  codes: Object.fromEntries(
    flatten(system.concept ?? [], []).map(({ code, display, designation }) => [
      code,
      [...new Set([display, ...(designation ?? []).map(({ value }) => value)])].filter(
        (text) => text !== undefined,
      ),
    ]),
  ),
});

const FILTERS: Record<string, (concept: Concept, property: string, value: string) => boolean> = {
  'is-a': (concept, _, value) => concept.code === value || concept.ancestors.includes(value),
  'descendent-of': (concept, _, value) => concept.ancestors.includes(value),
  'is-not-a': (concept, _, value) => concept.code !== value && !concept.ancestors.includes(value),
  '=': (concept, property, value) => propertyValues(concept, property).includes(value),
  in: (concept, property, value) =>
    propertyValues(concept, property).some((v) => value.split(',').includes(v)),
  'not-in': (concept, property, value) =>
    !propertyValues(concept, property).some((v) => value.split(',').includes(v)),
};

const propertyValues = (concept: Concept, property: string): readonly string[] =>
  (concept.property ?? [])
    .filter(({ code }) => code === property)
    .flatMap((p) =>
      Object.entries(p)
        .filter(([key]) => key.startsWith('value'))
        .map(([, value]) => String(value)),
    );

interface Expansion {
  members: Members;
  open: Set<string>;
}

/** Code systems that have a grammar instead of a list; the validator checks their codes by it. */
const GRAMMARS = new Set(['http://unitsofmeasure.org', 'urn:ietf:bcp:47', 'urn:ietf:bcp:13']);

/** Expands value sets from the code systems at hand, or from a published complete expansion. */
export class Expander {
  readonly #systems: ReadonlyMap<string, CodeSystemResource>;
  readonly #valueSets: ReadonlyMap<string, ValueSetResource>;
  readonly #published: ReadonlyMap<string, ValueSetResource>;

  constructor(
    systems: ReadonlyMap<string, CodeSystemResource>,
    valueSets: ReadonlyMap<string, ValueSetResource>,
    published: ReadonlyMap<string, ValueSetResource>,
  ) {
    this.#systems = systems;
    this.#valueSets = valueSets;
    this.#published = published;
  }

  /** The value set as the validator reads it, or nothing if no package has it. */
  valueSet(url: string): ValueSet | undefined {
    const found = this.#expand(url);
    return (
      found && {
        systems: Object.fromEntries(
          [...found.members].map(([system, codes]) => [system, codes === true ? true : [...codes].sort()]),
        ),
        open: [...found.open].sort(),
      }
    );
  }

  #expand(url: string): Expansion | undefined {
    const valueSet = this.#valueSets.get(url.split('|')[0] ?? url);
    if (valueSet === undefined) return undefined;
    const all: Expansion = { members: new Map(), open: new Set() };
    for (const include of valueSet.compose?.include ?? [])
      merge(all, this.#include(include, valueSet.url ?? url));
    for (const exclude of valueSet.compose?.exclude ?? []) {
      for (const [system, codes] of this.#include(exclude, url).members) {
        const from = all.members.get(system);
        const kept = from === true ? new Set(this.#codes(system)) : from;
        if (kept === undefined || codes === true) all.members.delete(system);
        else all.members.set(system, kept.difference(codes));
      }
    }
    return all;
  }

  #codes(system: string): readonly string[] {
    const found = this.#systems.get(system);
    return found ? flatten(found.concept ?? [], []).map(({ code }) => code) : [];
  }

  #include(include: ValueSetComposeInclude, url: string): Expansion {
    const own = this.#includeSystem(include, url);
    const imported = (include.valueSet ?? []).map(
      (canonical) => this.#expand(canonical) ?? unknown(canonical),
    );
    const [first, ...rest] = own ? [own, ...imported] : imported;
    return rest.reduce(intersection, first ?? { members: new Map(), open: new Set() });
  }

  #includeSystem(include: ValueSetComposeInclude, url: string): Expansion | undefined {
    const { system, concept, filter } = include;
    if (system === undefined) return undefined;
    const only = (codes: Set<string> | true): Expansion => ({
      members: new Map([[system, codes]]),
      open: new Set(),
    });
    if (concept) return only(new Set(concept.map(({ code }) => code)));
    if (GRAMMARS.has(system) && !filter) return only(true);
    const known = this.#systems.get(system);
    if (known && known.content === 'complete') {
      if (!filter) return only(true);
      if (filter.every(({ op }) => op in FILTERS)) return only(new Set(filtered(concepts(known), filter)));
    }
    const published = this.#publishedCodes(url, system);
    return published ? only(published) : { members: new Map(), open: new Set([system]) };
  }

  #publishedCodes(url: string, system: string): Set<string> | undefined {
    const expansion = this.#published.get(url)?.expansion;
    const contains = expansion?.contains ?? [];
    const isWhole =
      expansion !== undefined &&
      expansion.total === contains.length &&
      !(expansion.extension ?? []).some((extension) => /toocostly|unclosed/.test(extension.url));
    const codes = contains.filter((entry) => entry.system === system).map(({ code }) => code ?? '');
    return isWhole && codes.length > 0 ? new Set(codes) : undefined;
  }
}

const filtered = (
  all: readonly Concept[],
  filters: readonly ValueSetComposeIncludeFilter[],
): readonly string[] =>
  all
    .filter((concept) => filters.every(({ property, op, value }) => FILTERS[op]!(concept, property, value)))
    .map(({ code }) => code);

const unknown = (canonical: string): Expansion => ({ members: new Map(), open: new Set([canonical]) });

const merge = (into: Expansion, from: Expansion): void => {
  for (const [system, codes] of from.members) {
    const before = into.members.get(system);
    into.members.set(
      system,
      before === true || codes === true ? true : new Set([...(before ?? []), ...codes]),
    );
  }
  for (const system of from.open) into.open.add(system);
};

const intersection = (a: Expansion, b: Expansion): Expansion => {
  const members: Members = new Map();
  for (const [system, codes] of a.members) {
    const other = b.members.get(system);
    if (other === undefined) continue;
    members.set(system, codes === true ? other : other === true ? codes : codes.intersection(other));
  }
  return { members, open: a.open.union(b.open) };
};
