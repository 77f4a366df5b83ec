import type { ElementDefinition, ElementDefinitionType, StructureDefinition } from 'fhir/r5.js';

// The elements of a version's types, in the order of their definitions, as they are written to the generated tables:
// one type or backbone element a line. An element is its name, its types, its cardinality and the letters of its flags:
// `M` is a modifier, `S` in the summary, `A` an attribute in XML.

const FHIR_TYPE = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type';

type Row = readonly [name: string, types: string, cardinality: string, flags: string];

interface Type {
  readonly kind: 'primitive' | 'complex' | 'resource';
  readonly abstract?: true;
  readonly base?: string;
  readonly elements: readonly Row[];
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** The types of an element; of a backbone element, or of one that is like another, the path of that. */
const types = (
  element: ElementDefinition,
  paths: ReadonlySet<string>,
  named: (type: ElementDefinitionType) => string,
): readonly string[] => {
  if (element.contentReference !== undefined) return [element.contentReference.replace(/^.*#/, '')];
  if (paths.has(element.path)) return [element.path];
  return (element.type ?? []).map((type) => {
    const { code, extension } = type;
    if (!code.startsWith('http://hl7.org/fhirpath/')) return named(type);
    if (element.path.endsWith('.id') && element.representation?.includes('xmlAttr')) return 'string';
    return extension?.find(({ url }) => url === FHIR_TYPE)?.valueUrl ?? 'string';
  });
};

const row = (
  element: ElementDefinition,
  paths: ReadonlySet<string>,
  named: (type: ElementDefinitionType) => string,
): Row => [
  lastName(element.path),
  types(element, paths, named).join(' '),
  `${element.min}..${element.max}`,
  [element.isModifier && 'M', element.isSummary && 'S', element.representation?.includes('xmlAttr') && 'A']
    .filter((flag) => typeof flag === 'string')
    .join(''),
];

/** The value of a primitive stands in JSON's own value and XML's `value`: it is no element of its own. */
const isChild = (definition: StructureDefinition, parent: string, { path }: ElementDefinition): boolean =>
  path.slice(0, path.lastIndexOf('.')) === parent &&
  !(definition.kind === 'primitive-type' && lastName(path) === 'value');

const KINDS = { 'primitive-type': 'primitive', 'complex-type': 'complex', resource: 'resource' } as const;

const typesOf = (
  definition: StructureDefinition,
  named: (type: ElementDefinitionType) => string,
): readonly (readonly [string, Type])[] => {
  if (definition.kind === 'logical') return [];
  // Markup is written as a whole: it has neither extensions nor, to FHIR, elements.
  if (definition.type === 'xhtml') return [['xhtml', { kind: 'primitive', elements: [] }]];
  const kind = KINDS[definition.kind];
  const all = definition.snapshot?.element ?? [];
  const parents = all.filter(
    ({ path }) => path === definition.type || all.some((other) => other.path.startsWith(`${path}.`)),
  );
  const paths = new Set(parents.map(({ path }) => path));
  return parents.map((parent) => {
    const isRoot = parent.path === definition.type;
    const base = isRoot
      ? definition.baseDefinition && lastName(definition.baseDefinition.replaceAll('/', '.'))
      : parent.type?.[0]?.code;
    return [
      parent.path,
      {
        kind: isRoot ? kind : 'complex',
        ...(isRoot && definition.abstract && { abstract: true }),
        ...(base && { base }),
        elements: all
          .filter((one) => isChild(definition, parent.path, one))
          .map((one) => row(one, paths, named)),
      },
    ];
  });
};

/** A type without the elements of its base, which come first in all types. */
const withoutInherited = (all: ReadonlyMap<string, Type>, path: string, type: Type): Type => {
  const inherited = all.get(type.base ?? '')?.elements ?? [];
  if (JSON.stringify(type.elements.slice(0, inherited.length)) !== JSON.stringify(inherited)) {
    throw new Error(`${path} does not begin with the elements of ${type.base}`);
  }
  return { ...type, elements: type.elements.slice(inherited.length) };
};

/** The lines of a table of the elements of these types; `named` says how a type stands in it. */
export const elementLines = (
  definitions: readonly StructureDefinition[],
  named: (type: ElementDefinitionType) => string = ({ code }) => code,
): readonly string[] => {
  const all = new Map(definitions.flatMap((one) => typesOf(one, named)));
  return [...all].map(
    ([path, type]) => `${JSON.stringify(path)}:${JSON.stringify(withoutInherited(all, path, type))}`,
  );
};
