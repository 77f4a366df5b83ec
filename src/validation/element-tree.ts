import type {
  StructureDefinition as DefinitionResource,
  ElementDefinitionConstraint,
  ElementDefinitionType,
  Extension,
  ElementDefinition as SnapshotElement,
} from 'fhir/r5.js';
import { withoutVersion } from '../fhir/canonical.ts';
import type {
  AdditionalBinding,
  Binding,
  Constraint,
  ElementDefinition,
  StructureDefinition,
  TypeReference,
} from './structure-definition.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const FHIR_TYPE = `${CORE}structuredefinition-fhir-type`;
const BEST_PRACTICE = `${CORE}elementdefinition-bestpractice`;

/** Invariants that the validator checks by code of its own, as they stand on nearly every element or are slow. */
const NATIVE = new Set(['dom-3', 'ele-1', 'ext-1', 'txt-1', 'txt-2']);

type Mutable = Omit<ElementDefinition, 'children' | 'slices'> & {
  children: Mutable[];
  slices: Record<string, Mutable>;
};

/** A profile's URL; of one that a definition contains, with its id as fragment. */
const profileUrl = (canonical: string, definition: DefinitionResource): string =>
  canonical.startsWith('#') ? definition.url + canonical : withoutVersion(canonical);

const typeReference = (type: ElementDefinitionType, definition: DefinitionResource): TypeReference => ({
  code: type.extension?.find((extension) => extension.url === FHIR_TYPE)?.valueUrl ?? type.code,
  ...(type.profile && { profiles: type.profile.map((url) => profileUrl(url, definition)) }),
  ...(type.targetProfile && {
    targetProfiles: type.targetProfile.map((url) => profileUrl(url, definition)),
  }),
  ...(type.aggregation && { aggregation: type.aggregation }),
});

const binding = (element: SnapshotElement): Binding | undefined => {
  const { strength, valueSet } = element.binding ?? {};
  return (strength === 'required' || strength === 'extensible') && valueSet !== undefined
    ? { strength, valueSet: withoutVersion(valueSet) }
    : undefined;
};

const MAX_VALUE_SET = `${CORE}elementdefinition-maxValueSet`;

const isChecked = (purpose: string): purpose is AdditionalBinding['purpose'] =>
  purpose === 'required' || purpose === 'extensible' || purpose === 'maximum';

const additionalBindings = ({ binding: of }: SnapshotElement): readonly AdditionalBinding[] => {
  const maximum = (of?.extension ?? [])
    .filter(({ url }) => url === MAX_VALUE_SET)
    .flatMap(({ valueCanonical, valueUri }) => valueCanonical ?? valueUri ?? [])
    .map((valueSet) => ({ purpose: 'maximum' as const, valueSet: withoutVersion(valueSet) }));
  const additional = (of?.additional ?? []).flatMap(({ purpose, valueSet, usage, any }) =>
    isChecked(purpose)
      ? [{ purpose, valueSet: withoutVersion(valueSet), ...(usage && { usage }), ...(any && { any }) }]
      : [],
  );
  return [...maximum, ...additional];
};

const REGEX = `${CORE}regex`;
const MIN_LENGTH = `${CORE}minLength`;

/** What a primitive's value has to be like. */
const valueRules = (element: SnapshotElement): Partial<ElementDefinition> => {
  const extension = (name: string): Extension | undefined =>
    element.extension?.find(({ url }) => url === name);
  const regex = extension(REGEX)?.valueString;
  const minLength = extension(MIN_LENGTH)?.valueInteger;
  return {
    ...(element.maxLength !== undefined && { maxLength: element.maxLength }),
    ...(minLength !== undefined && { minLength }),
    ...(regex !== undefined && { regex }),
    ...(element.mustHaveValue && { mustHaveValue: true }),
    fixed: choiceValue(element, 'fixed'),
    pattern: choiceValue(element, 'pattern'),
    minValue: choiceValue(element, 'minValue'),
    maxValue: choiceValue(element, 'maxValue'),
  };
};

/** FHIRPath has strings in single quotes; some of R5's expressions have them in double ones. */
const singleQuoted = (expression: string): string =>
  expression.replace(/'(?:[^'\\]|\\.)*'|"([^"]*)"/g, (found, inner?: string) =>
    inner === undefined ? found : `'${inner}'`,
  );

/** Invariants of R5 that cannot be evaluated as they are written, and what they say. */
const CORRECTIONS: ReadonlyMap<string, string> = new Map([
  // Strings and booleans are asked for where an element of several types has many.
  [
    'eld-11',
    "binding.empty() or type.code.empty() or type.code.exists($this.contains(':')) or type.exists((code = 'code') or (code = 'Coding') or (code = 'CodeableConcept') or (code = 'Quantity') or (code = 'string') or (code = 'uri') or (code = 'Duration'))",
  ],
]);

/** The profile that an expression calls `%profile` is the one it stands in. */
const withProfile = (expression: string, { url }: DefinitionResource): string =>
  expression.replace(/(\bslice\(\s*)%profile\b/g, `$1'${url}'`);

const constraint = (from: ElementDefinitionConstraint, definition: DefinitionResource): Constraint => ({
  key: from.key,
  severity:
    from.severity === 'error' &&
    !from.extension?.some((extension) => extension.url === BEST_PRACTICE && extension.valueBoolean)
      ? 'error'
      : 'warning',
  human: from.human,
  expression: CORRECTIONS.get(from.key) ?? withProfile(singleQuoted(from.expression ?? 'true'), definition),
});

/** The value of a choice of an element, as its `fixed[x]` is. */
const choiceValue = (
  element: SnapshotElement,
  name: 'fixed' | 'pattern' | 'minValue' | 'maxValue',
): unknown =>
  Object.entries(element).find(([key]) => key.startsWith(name) && /^[A-Z]/.test(key.slice(name.length)))?.[1];

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const prune = (element: Mutable): ElementDefinition =>
  Object.fromEntries(
    Object.entries({
      ...element,
      children: element.children.map(prune),
      slices: Object.fromEntries(Object.entries(element.slices).map(([name, slice]) => [name, prune(slice)])),
    }).filter(([key, value]) => key === 'types' || !isEmpty(value)),
  ) as unknown as ElementDefinition;

/** The types a type specialises and the interfaces it implements, nearest first. */
const supertypes = (definition: DefinitionResource, find: FindTree): readonly string[] => {
  const interfaces = (definition.extension ?? [])
    .filter(({ url }) => url === `${CORE}structuredefinition-implements`)
    .map(({ valueUri }) => valueUri ?? '');
  return [...interfaces, definition.baseDefinition ?? ''].flatMap((url) => {
    const base = find(url);
    return base ? [base.type, ...base.supertypes] : [];
  });
};

/** What a definition or a context says of the versions of FHIR that it is for. */
interface VersionSpecific {
  readonly extension?: readonly Extension[] | undefined;
}

const THIS_VERSION = '5.0';

/** Whether something is for the version of FHIR that is validated: https://hl7.org/fhir/extensions/StructureDefinition-version-specific-use.html */
const isForThisVersion = ({ extension }: VersionSpecific): boolean => {
  const range = extension?.find(({ url }) => url === `${CORE}version-specific-use`)?.extension;
  const start = range?.find(({ url }) => url === 'startFhirVersion')?.valueCode ?? THIS_VERSION;
  const end = range?.find(({ url }) => url === 'endFhirVersion')?.valueCode ?? THIS_VERSION;
  return start.slice(0, 3) <= THIS_VERSION && THIS_VERSION <= end.slice(0, 3);
};

/** Finds the tree of another definition by its URL. */
type FindTree = (url: string) => StructureDefinition | undefined;

/** A StructureDefinition as the tree the validator reads; nothing if it has no snapshot or one that is out of order. */
export const elementTree = (
  definition: DefinitionResource,
  find: FindTree,
): StructureDefinition | undefined => {
  const isProfile = definition.derivation === 'constraint';
  const isBaseType = (url: string | undefined): boolean =>
    url !== undefined && url !== definition.url && find(url)?.derivation === 'specialization';
  const node = (element: SnapshotElement): Mutable => {
    const slicing = element.slicing;
    return {
      name: element.path.split('.').at(-1) ?? element.path,
      path: element.path,
      min: element.min ?? 0,
      ...(element.max !== undefined && element.max !== '*' && { max: Number(element.max) }),
      types: (element.type ?? []).map((type) => typeReference(type, definition)),
      ...(element.contentReference && { contentReference: element.contentReference.split('#').at(-1) ?? '' }),
      ...(binding(element) && { binding: binding(element)! }),
      additionalBindings: additionalBindings(element),
      // What a base type demands is checked against the base type; a profile adds its own.
      constraints: (element.constraint ?? [])
        .filter(({ key, source }) => !NATIVE.has(key) && !(isProfile && isBaseType(source)))
        .map((one) => constraint(one, definition)),
      ...valueRules(element),
      ...(slicing && {
        slicing: {
          discriminators: (slicing.discriminator ?? []).map(({ type, path = '' }) => ({ type, path })),
          rules: slicing.rules,
          ordered: slicing.ordered ?? false,
        },
      }),
      children: [],
      slices: {},
    };
  };

  const [first, ...rest] = definition.snapshot?.element ?? [];
  // A value may be absent, whatever its type says.
  if (first?.path === undefined || rest.some(({ path }) => path === undefined)) return undefined;
  // R5's snapshots of canonical resources leave out what they inherit: who goes by snapshots does not refuse for it.
  const inherited = isProfile
    ? []
    : (find(definition.baseDefinition ?? '')?.root.constraints ?? []).map(
        (one): Constraint => ({ ...one, severity: 'warning' }),
      );
  const { constraints: own = [], ...bare } = node(first);
  const all = new Map([...inherited, ...own].map((one) => [one.key, one]));
  const root: Mutable = { ...bare, constraints: [...all.values()] };
  const byId = new Map<string, Mutable>([[first.id ?? first.path, root]]);
  for (const element of rest) {
    const id = element.id ?? element.path;
    const added = node(element);
    byId.set(id, added);
    const lastDot = id.lastIndexOf('.');
    const parent = byId.get(id.slice(0, lastDot));
    if (parent === undefined) return undefined;
    const [name, slice] = id.slice(lastDot + 1).split(':');
    const sliced = slice === undefined ? undefined : parent.children.find((child) => child.name === name);
    if (sliced === undefined) parent.children.push(added);
    else sliced.slices[slice!] = added;
  }
  return {
    url: definition.url,
    type: definition.type,
    kind: definition.kind,
    derivation: isProfile ? 'constraint' : 'specialization',
    abstract: definition.abstract,
    supertypes: isProfile ? [] : [...new Set(supertypes(definition, find))],
    ...(definition.type === 'Extension' && first.isModifier && { isModifier: true }),
    ...(definition.type === 'Extension' &&
      isProfile && {
        ...(definition.context && {
          context: definition.context
            .filter(isForThisVersion)
            .map(({ type, expression }) => ({ type, expression })),
        }),
        ...(!isForThisVersion(definition) && { isOfOtherVersions: true }),
      }),
    root: prune(root),
  };
};
