import { isError } from '../../../src/fhir/issue.ts';
import { referenceTo } from '../../../src/fhir/mapped-trial.ts';
import { readingFacts } from '../../../src/mapping/reading-facts.ts';
import type { Reading } from '../../../src/model/reading.ts';
import { readAll } from '../../../src/sources/read.ts';
import { createValidator } from '../../../src/validation/validate.ts';
import { factsIn } from '../../sources/lossless.ts';

const validate = createValidator({ ownsReferences: true });

type Told = Exclude<Reading, { kind: 'refused' }>;

const told = (bytes: Uint8Array): readonly Told[] =>
  [...readAll(bytes)].flatMap((found) => (found.kind === 'refused' ? [] : [found]));

/** What is wrong with the resources of a document's records. */
export const errors = (bytes: Uint8Array): readonly string[] =>
  told(bytes).flatMap((found) => {
    const { facts, provenance } = readingFacts(found);
    return [...facts, provenance(facts.map(referenceTo))].flatMap((resource) =>
      validate(resource)
        .filter(isError)
        .map(({ text, expression }) => `${expression}: ${text}`),
    );
  });

/** The places that a resource's elements are marked with. */
const marksIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { url, extension } = value as { url?: string; extension?: { url: string; valueInteger?: number }[] };
  const own = url === 'http://hl7.org/fhir/StructureDefinition/derivation-reference';
  const part = (name: string) => extension?.find((one) => one.url === name)?.valueInteger;
  return [...(own ? [`${part('offset')}+${part('length')}`] : []), ...Object.values(value).flatMap(marksIn)];
};

/** What a document's records say and no element of their resources does. */
export const untold = (bytes: Uint8Array): readonly string[] =>
  told(bytes).flatMap((found) => {
    if (found.kind !== 'record') return [found.kind];
    const marks = new Set(readingFacts(found).facts.flatMap(({ value }) => marksIn(value)));
    return factsIn(found.record).flatMap(({ derivation, spans, path, words }) =>
      derivation !== 'derived' && spans.some(({ offset, length }) => !marks.has(`${offset}+${length}`))
        ? [`${path}: ${words}`]
        : [],
    );
  });
