import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FhirResource } from 'fhir/r5.js';
import { exactValue } from '../../../src/fhir/exact-tree.ts';
import { toR4 } from '../../../src/r4/to-r4.ts';
import { R4_TYPES } from '../../../src/r4/types.ts';
import { isError } from '../issue.ts';
import { validateOfficially } from '../validator.ts';

const EXAMPLES = join(import.meta.dirname, '../../../node_modules/hl7.fhir.r5.examples');

/** A resource, and what it is or is a view of. */
export interface Told {
  readonly source: string;
  readonly text: string;
}

const viewsOf = ({ source, text }: Told): readonly Told[] => {
  const resource = exactValue(text) as FhirResource;
  return [...R4_TYPES].flatMap(([as, of]) => {
    const view =
      of === resource.resourceType ? toR4(resource, of === 'Evidence' ? as : undefined) : undefined;
    return view === undefined ? [] : [{ source: `${source} as ${as}`, text: JSON.stringify(view.resource) }];
  });
};

/** Whether R4 can be expected to know all that is in an example: it is no definition of R5 itself and contains resources of types that are shown alone. */
const isForR4 = ({ text }: Told): boolean => {
  const { url, contained } = JSON.parse(text) as {
    readonly url?: string;
    readonly contained?: readonly { readonly resourceType: string }[];
  };
  return (
    url?.startsWith('http://hl7.org/fhir/') !== true &&
    (contained ?? []).every(({ resourceType }) => R4_TYPES.has(resourceType))
  );
};

/** Views of R5's official examples. */
interface ExampleViews {
  /** Of those that are valid in R5. */
  readonly valid: readonly Told[];
  /** Of the others, to which references may lead. */
  readonly others: readonly Told[];
}

/** The views of so many of R5's official examples of each type that R4 has; the official validator tells valid from others in R5. */
export const exampleViews = async (ofEach: number): Promise<ExampleViews> => {
  if (ofEach === 0) return { valid: [], others: [] };
  const names = readdirSync(EXAMPLES).filter((name) => R4_TYPES.has(name.split('-')[0]!));
  const byType = Map.groupBy(names.sort(), (name) => name.split('-')[0]);
  const examples = [...byType.values()]
    .flatMap((all) => all.slice(0, ofEach))
    .map((name) => ({
      source: basename(name, '.json'),
      text: readFileSync(join(EXAMPLES, name), 'utf8'),
    }))
    .filter(isForR4);
  const outcomes = await validateOfficially(examples.map(({ text }) => text));
  const { valid = [], others = [] } = Object.groupBy(examples, (_, at) =>
    outcomes[at]!.issue.some(isError) ? 'others' : 'valid',
  );
  return { valid: valid.flatMap(viewsOf), others: others.flatMap(viewsOf) };
};
