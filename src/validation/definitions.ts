import { readdirSync, readFileSync } from 'node:fs';
import type { StructureDefinition as DefinitionResource, FhirResource } from 'fhir/r5.js';
import { withoutVersion } from '../fhir/canonical.ts';
import type { Issue } from '../fhir/issue.ts';
import { canonicalParts } from '../fhir/terminology/resources.ts';
import type { FindCanonical, MakeSnapshot } from './canonical-resources.ts';
import { elementTree } from './element-tree.ts';
import type { ElementDefinition, StructureDefinition } from './structure-definition.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';

/** What the validator knows of R5 and of profiles: read from the generated files, or found elsewhere, when first asked for. */
export class Definitions {
  readonly #folder: URL;
  readonly #find: FindCanonical;
  readonly #snapshot: MakeSnapshot;
  readonly #structureDefinitions = new Map<string, StructureDefinition>();
  readonly #byType = new Map<string, StructureDefinition>();
  readonly #referenced = new WeakMap<ElementDefinition, ElementDefinition>();
  #names: ReadonlySet<string> | undefined;
  /** Those that were found elsewhere: there they may change. */
  readonly #trees = new WeakMap<object, StructureDefinition>();
  #types: ReadonlyMap<string, StructureDefinition['kind']> | undefined;

  constructor(
    folder: URL,
    find: FindCanonical,
    snapshot: MakeSnapshot = (definition) => (definition.snapshot ? definition : []),
  ) {
    this.#folder = folder;
    this.#find = find;
    this.#snapshot = snapshot;
  }

  /** A type, profile or extension by its canonical URL, with or without version. */
  structureDefinition(canonical: string): StructureDefinition | undefined {
    const same = this.#structureDefinitions.get(canonical);
    if (same !== undefined) return same;
    const url = withoutVersion(canonical);
    const known = this.#structureDefinitions.get(url);
    if (known !== undefined) return known;
    const name = url.slice(url.lastIndexOf('/StructureDefinition/') + '/StructureDefinition/'.length);
    const generated = this.#hasFile(name)
      ? this.#read<StructureDefinition>(`structure-definition/${name}.json`)
      : undefined;
    // Urls that are unknown come from outside: they are not kept, so that they cannot fill the memory.
    if (!generated || generated.url !== url) return this.#found(canonical);
    this.#structureDefinitions.set(url, generated);
    return generated;
  }

  /** Whether there may be a generated definition of a name; what is asked for is often an extension that nobody knows. */
  #hasFile(name: string): boolean {
    this.#names ??= new Set(readdirSync(new URL('structure-definition/', this.#folder)));
    return this.#names.has(`${name}.json`);
  }

  #found(canonical: string): StructureDefinition | undefined {
    const { url, version } = canonicalParts(canonical);
    const resource = this.#find('StructureDefinition', url, version);
    if (resource?.resourceType !== 'StructureDefinition') return undefined;
    const [, fragment] = canonical.split('#');
    return fragment === undefined ? this.#tree(resource) : this.#contained(resource, fragment);
  }

  /** A profile that a definition contains: https://hl7.org/fhir/R5/references.html#canonical */
  #contained({ contained = [] }: DefinitionResource, id: string): StructureDefinition | undefined {
    const resource = (contained as FhirResource[]).find((one) => one.id === id);
    const complete = resource?.resourceType === 'StructureDefinition' ? this.complete(resource) : undefined;
    return complete && 'root' in complete ? complete : undefined;
  }

  /** A definition that is being validated, with its snapshot; or what keeps it from being made. */
  complete(resource: DefinitionResource): StructureDefinition | readonly Issue[] {
    const made = this.#snapshot(resource);
    return 'resourceType' in made ? (this.#tree(made) ?? []) : made;
  }

  #tree(resource: DefinitionResource): StructureDefinition | undefined {
    const tree = this.#trees.get(resource) ?? elementTree(resource, (base) => this.structureDefinition(base));
    if (tree) this.#trees.set(resource, tree);
    return tree;
  }

  /** A resource or data type of R5 by name. */
  type(name: string): StructureDefinition | undefined {
    const known = this.#byType.get(name);
    if (known !== undefined) return known;
    const found = /^\w+$/.test(name) ? this.structureDefinition(CORE + name) : undefined;
    if (found && this.#structureDefinitions.get(found.url) === found) this.#byType.set(name, found);
    return found;
  }

  /** The element whose children an element has: itself, or the one its contentReference names, in the profile if one is given. */
  referenced(element: ElementDefinition, profile?: StructureDefinition): ElementDefinition {
    if (element.contentReference === undefined || element.children !== undefined) return element;
    const known = this.#referenced.get(element);
    if (known !== undefined) return known;
    const [type = '', ...names] = element.contentReference.split('.');
    const found = names.reduce<ElementDefinition | undefined>(
      (at, name) => at?.children?.find((child) => child.name === name),
      (type === profile?.type ? profile : this.type(type))?.root,
    );
    this.#referenced.set(element, found ?? element);
    return found ?? element;
  }

  /** Whether it is a resource type that can have instances. */
  isResourceType(name: string): boolean {
    const kind = this.#kinds().get(name);
    if (kind !== undefined) return kind === 'resource';
    const found = this.type(name);
    return found?.kind === 'resource' && !found.abstract;
  }

  isPrimitive(name: string): boolean {
    return this.#kinds().get(name) === 'primitive-type';
  }

  #kinds(): ReadonlyMap<string, StructureDefinition['kind']> {
    if (this.#types === undefined) {
      const types = this.#read<Record<string, StructureDefinition['kind']>>('types.json');
      if (types === undefined) throw new Error('types.json is missing: run profiles/definitions.ts');
      this.#types = new Map(Object.entries(types));
    }
    return this.#types;
  }

  #read<T>(name: string): T | undefined {
    let text: string;
    try {
      text = readFileSync(new URL(name, this.#folder), 'utf8');
    } catch {
      return undefined;
    }
    return JSON.parse(text) as T;
  }
}
