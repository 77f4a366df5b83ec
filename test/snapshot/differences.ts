import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';

/** Where a snapshot says something else than the one it should equal. */
export interface Difference {
  /** The element's id. */
  readonly id: string;
  readonly property: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Properties of which the publisher writes the default, or not. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  mustSupport: false,
  isModifier: false,
  isSummary: false,
};

const sortedText = (list: readonly unknown[] | undefined): readonly string[] | undefined =>
  list?.map((one) => JSON.stringify(one)).sort();

const TEXTS = ['short', 'definition', 'comment', 'requirements'] as const;

/** Texts without what tools change in them: line ends, and whether links are relative to R5. */
const comparableText = (text: string | undefined): string | undefined =>
  text?.replaceAll('](http://hl7.org/fhir/R5/', '](').replace(/\s+/g, ' ').trim();

/** What is compared of an element: not the order of sets, nor extensions on parts of it. */
const comparable = (element: ElementDefinition): Readonly<Record<string, unknown>> => {
  const {
    id,
    extension,
    mapping,
    constraint,
    condition,
    alias,
    example,
    code,
    type,
    binding,
    slicing,
    ...rest
  } = element;
  return {
    ...DEFAULTS,
    ...rest,
    ...Object.fromEntries(TEXTS.map((name) => [name, comparableText(element[name])])),
    type: sortedText(
      type?.map(({ code, profile, targetProfile }) => ({
        code,
        profile: profile?.toSorted(),
        target: targetProfile?.toSorted(),
      })),
    ),
    binding: binding && {
      strength: binding.strength,
      valueSet: binding.valueSet,
      description: comparableText(binding.description),
      additional: sortedText(binding.additional),
    },
    slicing: slicing && {
      discriminator: slicing.discriminator,
      ordered: slicing.ordered ?? false,
      rules: slicing.rules,
    },
    extension: [...new Set(sortedText(extension))],
    // Publishers join the mappings to one specification in different orders.
    mapping: mapping?.map(({ identity, map }) => `${identity}: ${map.trim().split(/ *, */).sort()}`).sort(),
    constraint: constraint?.map(({ key }) => key).sort(),
    condition: condition?.toSorted(),
    alias: alias?.toSorted(),
    example: sortedText(example),
    code: sortedText(code),
  };
};

const canonicalText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';

const isEmpty = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** All differences between two snapshots of one definition, element by element, and in which elements there are. */
export const differences = (
  actual: StructureDefinition,
  expected: StructureDefinition,
): readonly Difference[] => {
  const made = actual.snapshot?.element ?? [];
  const wanted = expected.snapshot?.element ?? [];
  const madeById = new Map(made.map((element) => [element.id, element]));
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const found: Difference[] = [];
  for (const element of wanted) {
    const id = element.id ?? element.path;
    const other = madeById.get(element.id);
    if (other === undefined) {
      found.push({ id, property: 'missing', expected: id, actual: undefined });
      continue;
    }
    const is = comparable(other);
    const should = comparable(element);
    for (const property of new Set([...Object.keys(is), ...Object.keys(should)])) {
      const [a, b] = [is[property], should[property]];
      if (isEmpty(a) && isEmpty(b)) continue;
      if (canonicalText(a) !== canonicalText(b)) found.push({ id, property, expected: b, actual: a });
    }
  }
  for (const { id } of made) {
    if (!wantedIds.has(id)) found.push({ id: id ?? '', property: 'added', expected: undefined, actual: id });
  }
  const order = made.filter(({ id }) => wantedIds.has(id)).map(({ id }) => id);
  const wantedOrder = wanted.filter(({ id }) => madeById.has(id)).map(({ id }) => id);
  const wrong = order.findIndex((id, at) => id !== wantedOrder[at]);
  if (wrong >= 0) {
    found.push({
      id: order[wrong] ?? '',
      property: 'order',
      expected: wantedOrder[wrong],
      actual: order[wrong],
    });
  }
  return found;
};
