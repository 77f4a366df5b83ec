import type { SearchRequest } from '../../../src/fhir/search/search-request.ts';
import { createPageTokens } from '../../../src/store/search/page-tokens.ts';
import { search } from '../../../src/store/search/search.ts';
import type { Engine } from '../../../src/store/sql/engine.ts';
import type { Match, SearchPage } from '../../../src/store/store.ts';
import type { Indexed } from './evaluate.ts';

/** A resource by its place; one that is contained by its place in the other one. */
export const name = ({
  type,
  id,
  fragment,
  within,
}: Pick<Match, 'type' | 'id' | 'fragment'> & Pick<Indexed, 'within'>): string =>
  within === undefined ? `${type}/${id}${fragment === undefined ? '' : `#${fragment}`}` : name(within);

let passed = 0;

/** Lets time pass for page tokens, in milliseconds. */
export const pass = (time: number): void => {
  passed += time;
};

const pages = createPageTokens('secret', () => Date.now() + passed);

/** A page of a search. */
export const page = (engine: Engine, asked: SearchRequest): Promise<SearchPage> =>
  engine.read(() => search(engine.dialect, asked, pages));

/** All pages; between them others may write. */
export const allPages = async (
  engine: Engine,
  asked: SearchRequest,
  between: () => Promise<void> = async () => undefined,
): Promise<readonly SearchPage[]> => {
  const found: SearchPage[] = [];
  let next: string | undefined;
  do {
    const one = await page(engine, next === undefined ? asked : { ...asked, page: next });
    found.push(one);
    next = one.next;
    if (next !== undefined) await between();
  } while (next !== undefined);
  return found;
};
