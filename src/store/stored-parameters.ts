import type { SearchParameter as Definition, FhirResource } from 'fhir/r5.js';
import type { SearchParameter, SearchParameters } from '../fhir/search/search-parameter.ts';
import { builtInSearchParameters, searchParametersOf, withMore } from '../fhir/search/search-parameters.ts';
import { set, setting } from './setting.ts';
import { row, type Work } from './sql/work.ts';

/** A SearchParameter resource that is stored, by the `seq` of its version, and whether all is indexed by it. */
interface Entry {
  readonly id: string;
  readonly seq: number;
  readonly served: boolean;
}

interface StoredParameter extends Entry {
  readonly url: string;
  readonly parameters: readonly SearchParameter[];
}

/** The search parameters of a database. */
export interface StoredParameters {
  /** What the database remembers of them; another text says that they have changed. */
  readonly remembered: string;
  readonly stored: readonly StoredParameter[];
  /** Those by which everything is indexed. */
  readonly served: SearchParameters;
  /** Those by which what is written is indexed: the same, and those that will be served. */
  readonly indexed: SearchParameters;
}

const SETTING = 'search-parameters';

const made = (remembered: string, stored: readonly StoredParameter[]): StoredParameters => {
  const builtIn = builtInSearchParameters();
  const of = (some: readonly StoredParameter[]) =>
    withMore(
      builtIn,
      some.flatMap(({ parameters }) => parameters),
    );
  return { remembered, stored, served: of(stored.filter(({ served }) => served)), indexed: of(stored) };
};

/** Without any that are stored. */
export const noStoredParameters = (): StoredParameters => made('[]', []);

/** What an active definition adds to what is built in; nothing if it cannot be served. */
const parametersOf = (definition: Definition): readonly SearchParameter[] => {
  if (definition.status !== 'active') return [];
  const builtIn = builtInSearchParameters();
  return searchParametersOf(definition).filter(
    (one): one is SearchParameter => 'base' in one && !builtIn.find(one.base, one.code),
  );
};

function* load(entry: Entry): Work<StoredParameter> {
  const found = yield* row('SELECT text FROM version WHERE seq = ?', entry.seq);
  const definition: Definition = JSON.parse(String(found?.text));
  return { ...entry, url: definition.url, parameters: parametersOf(definition) };
}

/** Those of the database, which are `known` unless they have changed. */
export function* storedParameters(known: StoredParameters): Work<StoredParameters> {
  const remembered = (yield* setting(SETTING)) ?? '[]';
  if (remembered === known.remembered) return known;
  const stored: StoredParameter[] = [];
  for (const entry of JSON.parse(remembered) as Entry[]) stored.push(yield* load(entry));
  return made(remembered, stored);
}

function* remember(stored: readonly StoredParameter[]): Work<StoredParameters> {
  const remembered = JSON.stringify(stored.map(({ id, seq, served }): Entry => ({ id, seq, served })));
  yield* set(SETTING, remembered);
  return made(remembered, stored);
}

/** A SearchParameter that is written as the version `seq`, or deleted. */
export interface WrittenParameter {
  readonly id: string;
  readonly seq: number;
  readonly resource: FhirResource | undefined;
}

/** What writes make of the stored parameters, and the types whose resources are to be indexed anew. */
export function* changedBy(
  known: StoredParameters,
  writes: readonly WrittenParameter[],
): Work<{ readonly parameters: StoredParameters; readonly types: readonly string[] }> {
  const ids = new Set(writes.map(({ id }) => id));
  const gone = known.stored.filter(({ id }) => ids.has(id));
  const come = writes.flatMap(({ id, seq, resource }): readonly StoredParameter[] => {
    if (resource?.resourceType !== 'SearchParameter') return [];
    const parameters = parametersOf(resource);
    return parameters.length === 0 ? [] : [{ id, seq, served: false, url: resource.url, parameters }];
  });
  const touched = [...gone, ...come].flatMap(({ parameters }) => parameters);
  if (touched.length === 0) return { parameters: known, types: [] };
  const keys = new Set(touched.map(({ base, code }) => `${base}.${code}`));
  // Another definition of the same code is indexed anew, too.
  const kept = known.stored
    .filter(({ id }) => !ids.has(id))
    .map((one) =>
      one.parameters.some(({ base, code }) => keys.has(`${base}.${code}`)) ? { ...one, served: false } : one,
    );
  const parameters = yield* remember([...kept, ...come]);
  return { parameters, types: [...new Set(touched.map(({ base }) => base))] };
}

/** Everything is indexed by all of them. */
export function* serveAll(known: StoredParameters): Work<StoredParameters> {
  return yield* remember(known.stored.map((one) => ({ ...one, served: true })));
}
