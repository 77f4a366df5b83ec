import { RECORD_PATH } from '../../src/fhir/source-mark.ts';
import { readingFacts } from '../../src/mapping/reading-facts.ts';
import { readAll } from '../../src/sources/read.ts';
import { code, table } from './markdown.ts';

/** Which elements of FHIR come from which paths of a record, without the indices in either. */
type Paths = Map<string, Set<string>>;

const note = (paths: Paths, from: string, to: string): void => {
  paths.set(from, (paths.get(from) ?? new Set()).add(to));
};

/** The elements of a resource that carry the path of their value in the record. */
const walk = (value: unknown, element: string, paths: Paths): void => {
  if (Array.isArray(value)) for (const item of value) walk(item, element, paths);
  else if (typeof value === 'object' && value !== null)
    for (const [name, child] of Object.entries(value))
      if (name !== 'extension') walk(child, `${element}.${name.replace(/^_/, '')}`, paths);
      else
        for (const { url, valueString } of child)
          if (url === RECORD_PATH) note(paths, valueString.replace(/\[\d+\]/g, '[]'), element);
};

/** Where the values of a record stand in FHIR, as the marks on what is mapped of it say. */
export const mappingTable = (record: Uint8Array): string => {
  const paths: Paths = new Map();
  for (const reading of readAll(record)) {
    if (reading.kind === 'refused') throw new Error(`The sample is no trial: ${reading.missing}`);
    for (const { value } of readingFacts(reading).facts) walk(value, value.resourceType, paths);
  }
  return table(
    ['in the record', 'in FHIR'],
    [...paths]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, to]) => [code(from), [...to].map(code).join(', ')]),
  );
};
