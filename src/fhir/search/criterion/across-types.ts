import type { Criterion } from '../search-request.ts';
import { isWrong, type Wrong } from '../wrong.ts';
import { every, some } from './criteria.ts';

/** A criterion and the types of resources of which it is asked. */
export interface TypedCriterion {
  readonly types: readonly string[];
  readonly where: Criterion;
}

/** What is asked of each type, those together of which the same is asked; nothing of a type that finds `undefined`. */
export const byCriterion = async (
  types: readonly string[],
  find: (type: string) => Promise<Criterion | Wrong | undefined>,
): Promise<{ readonly found: readonly TypedCriterion[]; readonly wrong: Wrong | undefined }> => {
  const groups = new Map<string, { types: string[]; where: Criterion }>();
  let wrong: Wrong | undefined;
  for (const type of types) {
    const where = await find(type);
    if (where === undefined) continue;
    if (isWrong(where)) {
      // What is too costly gets no cheaper by the types that are left.
      if (where.code === 'too-costly') return { found: [], wrong: where };
      wrong ??= where;
      continue;
    }
    const key = JSON.stringify(where);
    const group = groups.get(key) ?? { types: [], where };
    group.types.push(type);
    groups.set(key, group);
  }
  return { found: [...groups.values()], wrong };
};

/** One criterion for all types: what is asked of each, where that is not the same of all. */
export const acrossTypes = (found: readonly TypedCriterion[]): Criterion =>
  found.length === 1 && found[0] !== undefined
    ? found[0].where
    : some(found.map(({ types, where }) => every([{ kind: 'type', anyOf: types }, where])));
