import { readFileSync } from 'node:fs';

/** An element of a type, as its definition has it: https://hl7.org/fhir/R5/elementdefinition.html */
export interface ElementInfo {
  /** The name without `[x]`: `value`. */
  readonly name: string;
  /** Whether JSON and XML name it with its type: `valueQuantity`. */
  readonly isChoice: boolean;
  /** Names of types; of a backbone element its path (`Patient.contact`), which `elementsOf` takes too. */
  readonly types: readonly string[];
  /** The types that a reference may lead to; absent where any may, or the table does not say. */
  readonly targets?: readonly string[];
  readonly min: 0 | 1;
  readonly repeats: boolean;
  readonly isModifier: boolean;
  readonly isSummary: boolean;
  /** Whether XML writes it as an attribute. */
  readonly isAttribute: boolean;
}

/** An element under the name that JSON and XML have for it, and the type that name stands for. */
export interface NamedElement {
  readonly name: string;
  readonly type: string;
  readonly element: ElementInfo;
}

/** What a type is in JSON and XML: a single value, an object of elements, or one that names its type. */
export type TypeKind = 'primitive' | 'complex' | 'resource';

type Row = readonly [name: string, types: string, cardinality: string, flags: string];

/** A type as it is written to the file: its own elements, those of its base come before them. */
interface TypeRow {
  readonly kind: TypeKind;
  readonly abstract?: true;
  readonly base?: string;
  readonly elements: readonly Row[];
}

/** The elements of a version's types, by the table that its definitions were written to. */
export interface ElementTable {
  /** The elements of a type or backbone element (`Patient`, `Patient.contact`), in order; none of what is unknown. */
  readonly elementsOf: (type: string) => readonly ElementInfo[];
  /** The elements of a type by the names that JSON and XML have for them, in order; a choice stands there once a type. */
  readonly namedElements: (type: string) => ReadonlyMap<string, NamedElement>;
  /** The element that JSON calls so in a type: `valueQuantity` of `Observation` is `value` as a Quantity. */
  readonly element: (type: string, jsonName: string) => NamedElement | undefined;
  /** The kind of a type or backbone element; undefined if the version has no such type. */
  readonly kindOf: (type: string) => TypeKind | undefined;
  /** Whether there are resources of this type; there are none of abstract types like `DomainResource`. */
  readonly isResourceType: (type: string) => boolean;
  /** The type that a type specialises: `Quantity` of `Age`, `BackboneElement` of `Patient.contact`. */
  readonly baseOf: (type: string) => string | undefined;
}

/** The types that a reference may lead to, where the table names them: `Reference(Group|Device)`. */
const targetsOf = (types: string): { readonly targets?: readonly string[] } => {
  const targets = /Reference\((.+?)\)/.exec(types)?.[1]?.split('|');
  return targets === undefined || targets.includes('Resource') ? {} : { targets };
};

const info = ([name, types, cardinality, flags]: Row): ElementInfo => ({
  name: name.replace('[x]', ''),
  isChoice: name.endsWith('[x]'),
  types: types.replace(/\(.*?\)/g, '').split(' '),
  ...targetsOf(types),
  min: cardinality.startsWith('1') ? 1 : 0,
  repeats: cardinality.endsWith('*'),
  isModifier: flags.includes('M'),
  isSummary: flags.includes('S'),
  isAttribute: flags.includes('A'),
});

/** The name that JSON and XML have for a choice of a type: `valueQuantity`. */
export const choiceName = (name: string, type: string): string =>
  name + type.charAt(0).toUpperCase() + type.slice(1);

/** The table of a file, which is read when it is first asked. */
export const elementTable = (file: URL): ElementTable => {
  let rows: ReadonlyMap<string, TypeRow> | undefined;
  const typeRow = (type: string): TypeRow | undefined => {
    rows ??= new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, TypeRow>));
    return rows.get(type);
  };
  const elementsByType = new Map<string, readonly ElementInfo[]>();
  const elementsOf = (type: string): readonly ElementInfo[] => {
    const known = elementsByType.get(type);
    if (known !== undefined) return known;
    const row = typeRow(type);
    if (row === undefined) return [];
    const elements = [...(row.base === undefined ? [] : elementsOf(row.base)), ...row.elements.map(info)];
    elementsByType.set(type, elements);
    return elements;
  };
  const namesByType = new Map<string, ReadonlyMap<string, NamedElement>>();
  const namedElements = (type: string): ReadonlyMap<string, NamedElement> => {
    const known = namesByType.get(type);
    if (known !== undefined) return known;
    const named = new Map(
      elementsOf(type)
        .flatMap((element) =>
          element.types.map((one) => ({
            name: element.isChoice ? choiceName(element.name, one) : element.name,
            type: one,
            element,
          })),
        )
        .map((one) => [one.name, one]),
    );
    // Names of types that are unknown may come from outside: they are not kept.
    if (typeRow(type) !== undefined) namesByType.set(type, named);
    return named;
  };
  return {
    elementsOf,
    namedElements,
    element: (type, jsonName) => namedElements(type).get(jsonName),
    kindOf: (type) => typeRow(type)?.kind,
    isResourceType: (type) => {
      const row = typeRow(type);
      return row?.kind === 'resource' && !row.abstract;
    },
    baseOf: (type) => typeRow(type)?.base,
  };
};
