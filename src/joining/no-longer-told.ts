import type { Store, Version, Write } from '../store/store.ts';
import type { Reading } from './reading.ts';

const isKept = (place: string): boolean => /^(?:Device|DocumentReference)\//.test(place);

/** What an older reading of the same source told and this one does not, as far as nobody changed it and nothing needs it. */
export const noLongerTold = async (
  store: Store,
  reading: Reading | undefined,
  told: ReadonlySet<string>,
): Promise<readonly Write[]> => {
  const gone = [...(reading?.told ?? [])].filter(([place]) => !told.has(place) && !isKept(place));
  const found = await Promise.all(
    gone.map(async ([place, version]) => {
      const [type = '', id = ''] = place.split('/');
      const current = await store.read(type, id);
      return current === undefined || current.deleted || current.versionId !== version ? [] : [current];
    }),
  );
  const untouched: readonly Version[] = found.flat();
  const places = new Set(untouched.map(({ type, id }) => `${type}/${id}`));
  const links = await store.referrers(untouched);
  const needed = new Set(links.filter(({ from }) => !places.has(from)).map(({ to }) => to));
  return untouched
    .filter(({ type, id }) => !needed.has(`${type}/${id}`))
    .map(({ type, id, versionId }) => ({ type, id, method: 'DELETE', replaces: versionId }));
};
