import { recordFacts } from '../../../src/mapping/record/record-facts.ts';
import type { RegistryRecord } from '../../../src/model/record/record.ts';
import { read } from '../../../src/sources/read.ts';
import { API_STUDY } from '../../sources/clinicaltrials-gov/studies.ts';
import { lookIn } from '../mapped.ts';

type Modules = typeof API_STUDY.protocolSection;

/** The record of a document; throws where it is none. */
const recordOf = (text: string) => {
  const found = read(new TextEncoder().encode(text));
  if (found.kind !== 'record') throw new Error(`read as ${JSON.stringify(found).slice(0, 200)}`);
  return found;
};

/** A document's record as it leaves the mapping, with what the mapper is told to think of it. */
export const mappedText = (text: string, think: (record: RegistryRecord) => object = () => ({})) => {
  const { record, document } = recordOf(text);
  const facts = recordFacts({ ...record, ...think(record) }, document);
  return { ...lookIn(facts.facts), facts };
};

/** The record of a trial with other modules, as it leaves the mapping. */
export const mappedRecord = (
  modules: { readonly [M in keyof Modules]?: object | undefined } = {},
  think?: (record: RegistryRecord) => object,
) =>
  mappedText(
    JSON.stringify({ ...API_STUDY, protocolSection: { ...API_STUDY.protocolSection, ...modules } }),
    think,
  );

/** A module of the trial with some of its values changed. */
export const changed = <M extends keyof Modules>(module: M, changes: object): { [P in M]: object } =>
  ({ [module]: { ...API_STUDY.protocolSection[module], ...changes } }) as { [P in M]: object };

/** A resource without its marks, which tell where in the source its values stand. */
export const unmarked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unmarked);
  if (typeof value !== 'object' || value === null) return value;
  const marks = ['derivation-reference', 'derivation', 'record-path', 'originalText'];
  const entries = Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
    const kept =
      name === 'extension'
        ? (one as { url: string }[]).filter(({ url }) => !marks.some((mark) => url.endsWith(`/${mark}`)))
        : one;
    const said = unmarked(kept);
    const isEmpty = typeof said === 'object' && said !== null && Object.keys(said).length === 0;
    return isEmpty ? [] : [[name, said]];
  });
  return Object.fromEntries(entries);
};
