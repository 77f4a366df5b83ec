import type { Instance } from '../instance.ts';
import type { Run } from '../run.ts';
import { belongs } from '../slicing.ts';
import type { ElementDefinition } from '../structure-definition.ts';

/** The elements of a definition that have a slice of a name. */
function* slicedBy(slice: string, element: ElementDefinition): Generator<ElementDefinition> {
  if (element.slices?.[slice]) yield element;
  for (const child of [...(element.children ?? []), ...Object.values(element.slices ?? {})])
    yield* slicedBy(slice, child);
}

function* below(instance: Instance): Generator<Instance> {
  yield instance;
  for (const child of instance.all()) yield* below(child);
}

const cannotTell = (): never => {
  throw new Error('slice() does not tell slices by profiles');
};

/** Which values of elements at or below another belong to a slice of a profile: https://hl7.org/fhir/R5/fhirpath.html#functions */
export const inSlice = (
  values: readonly unknown[],
  structure: string,
  slice: string,
  { run, instance }: { readonly run: Run; readonly instance: Instance },
): ReadonlySet<unknown> => {
  const root = run.definitions.structureDefinition(structure)?.root;
  if (root === undefined)
    throw new Error(`slice() needs the definition ${structure}, which is not known here`);
  const sliced = [...slicedBy(slice, root)];
  const candidates = [...below(instance)].filter(({ value }) => values.includes(value));
  return new Set(
    candidates
      .filter((item) =>
        sliced.some(
          (element) =>
            element.name === item.element.name &&
            belongs(item, element, element.slices![slice]!, run, cannotTell),
        ),
      )
      .map(({ value }) => value),
  );
};
