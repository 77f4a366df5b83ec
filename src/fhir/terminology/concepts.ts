import type { CodeSystem, CodeSystemConcept, CodeSystemConceptProperty } from 'fhir/r5.js';

const STANDARD = 'http://hl7.org/fhir/concept-properties#';

/** What HL7 Terminology called `parent` before there was a standard name for it. */
const OLDER_NAMES: Readonly<Record<string, readonly string[]>> = { parent: ['subsumedBy'] };

/** The value of a property as text; of a Coding, its code. */
const propertyText = ({ code: _, valueCoding, ...property }: CodeSystemConceptProperty): string => {
  const value = Object.entries(property).find(([name]) => name.startsWith('value'))?.[1];
  return valueCoding?.code ?? String(value ?? '');
};

/** The concepts of a code system and what they are to one another: https://hl7.org/fhir/R5/codesystem.html#hierachy */
export class Concepts {
  readonly codeSystem: CodeSystem;
  /** All of them, parents before the children nested in them. */
  readonly all: readonly CodeSystemConcept[];
  readonly #byCode = new Map<string, CodeSystemConcept>();
  readonly #parents = new Map<string, Set<string>>();
  readonly #children = new Map<string, Set<string>>();

  constructor(codeSystem: CodeSystem) {
    this.codeSystem = codeSystem;
    const all: CodeSystemConcept[] = [];
    const isSubsumption = (codeSystem.hierarchyMeaning ?? 'is-a') === 'is-a';
    const add = (concepts: readonly CodeSystemConcept[], parent: string | undefined): void => {
      for (const concept of concepts) {
        all.push(concept);
        this.#byCode.set(this.#key(concept.code), concept);
        if (parent !== undefined && isSubsumption) this.#link(parent, concept.code);
        add(concept.concept ?? [], concept.code);
      }
    };
    add(codeSystem.concept ?? [], undefined);
    this.all = all;
    for (const concept of isSubsumption ? all : []) {
      for (const parent of this.values(concept, 'parent')) this.#link(parent, concept.code);
      for (const child of this.values(concept, 'child')) this.#link(concept.code, child);
    }
  }

  #key(code: string): string {
    return this.codeSystem.caseSensitive === false ? code.toLowerCase() : code;
  }

  #link(parent: string, child: string): void {
    const [above, below] = [this.find(parent)?.code ?? parent, this.find(child)?.code ?? child];
    this.#parents.set(below, (this.#parents.get(below) ?? new Set()).add(above));
    this.#children.set(above, (this.#children.get(above) ?? new Set()).add(below));
  }

  /** The concept of a code, whatever its case where that does not matter. */
  find(code: string): CodeSystemConcept | undefined {
    return this.#byCode.get(this.#key(code));
  }

  /** The codes right above a code. */
  parents(code: string): ReadonlySet<string> {
    return this.#parents.get(code) ?? new Set();
  }

  /** The codes right below a code. */
  children(code: string): ReadonlySet<string> {
    return this.#children.get(code) ?? new Set();
  }

  /** The code of a concept and all that it is a kind of. */
  above(code: string): ReadonlySet<string> {
    return closure(code, this.#parents);
  }

  /** The code of a concept and all that are kinds of it. */
  below(code: string): ReadonlySet<string> {
    return closure(code, this.#children);
  }

  /** Whether a property is the one that is meant, by its code, its URI or its standard name. */
  isProperty(code: string, meant: string): boolean {
    if (code === meant || OLDER_NAMES[meant]?.includes(code)) return true;
    const uri = this.codeSystem.property?.find((property) => property.code === code)?.uri;
    return uri !== undefined && (uri === meant || uri === STANDARD + meant);
  }

  /** The values of a property of a concept, as text. */
  values(concept: CodeSystemConcept, property: string): readonly string[] {
    return (concept.property ?? []).filter(({ code }) => this.isProperty(code, property)).map(propertyText);
  }

  /** Whether a concept is there to group others and not to be chosen. */
  isAbstract(concept: CodeSystemConcept): boolean {
    return this.values(concept, 'notSelectable').includes('true');
  }

  /** Whether a concept is not to be used any more; one that is deprecated still may be. */
  isInactive(concept: CodeSystemConcept): boolean {
    return (
      this.values(concept, 'inactive').includes('true') ||
      this.values(concept, 'status').some((status) => status === 'retired' || status === 'inactive')
    );
  }
}

const closure = (code: string, links: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> => {
  const found = new Set([code]);
  // A set iterated while it grows gives the new ones, too.
  for (const one of found) for (const next of links.get(one) ?? []) found.add(next);
  return found;
};

const known = new WeakMap<CodeSystem, Concepts>();

/** The concepts of a code system, read once for each resource. */
export const conceptsOf = (codeSystem: CodeSystem): Concepts => {
  const concepts = known.get(codeSystem) ?? new Concepts(codeSystem);
  known.set(codeSystem, concepts);
  return concepts;
};
