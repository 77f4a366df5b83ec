import type { FhirResource } from 'fhir/r5.js';
import type { SearchParameter } from '../../../src/fhir/search/search-parameter.ts';
import { builtInSearchParameters, withMore } from '../../../src/fhir/search/search-parameters.ts';
import { indexEntries } from '../../../src/store/index/index-entries.ts';
import type { IndexEntry } from '../../../src/store/index/index-entry.ts';
import type { Fragments } from '../../../src/store/index/literal-reference.ts';

const short = (entry: IndexEntry): string => {
  const part = entry.part === 0 ? '' : `#${entry.part} `;
  switch (entry.kind) {
    case 'token':
      return `${part}${entry.system}|${entry.code}${entry.caseSensitive ? ' (case)' : ''}`;
    case 'string':
      return `${part}${entry.folded} = ${entry.exact}`;
    case 'reference':
      return `${part}${entry.url ?? `${entry.type}/${entry.id}`}${entry.version === null ? '' : `|${entry.version}`}`;
    case 'uri':
      return part + entry.value;
    case 'date':
      return `${part}${new Date(entry.low).toISOString()} ${new Date(entry.high).toISOString()}`;
    case 'number':
      return `${part}${entry.low} ${entry.high}`;
    case 'quantity':
      return `${part}${entry.low} ${entry.high} ${entry.system}|${entry.code} ${entry.unit} = ${entry.canonicalLow} ${entry.canonicalHigh} ${entry.canonicalUnit}`;
    case 'position':
      return `${entry.latitude} ${entry.longitude}`;
  }
};

/** What the index keeps of a resource under a key, each value in short. */
export const indexed = (
  resource: FhirResource | object,
  key: string,
  more: readonly SearchParameter[] = [],
  fragments?: Fragments,
): readonly string[] =>
  indexEntries(resource as FhirResource, withMore(builtInSearchParameters(), more), fragments)
    .filter(({ parameter }) => parameter === key)
    .map(short);
