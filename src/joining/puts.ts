import type { Content } from '../fhir/content.ts';
import type { Put } from '../store/changes.ts';
import { isSame, type Telling } from './telling.ts';

/** What is to be written of a resource. */
interface Planned {
  /** What the source says, then what stands there in the end where that is something else; none if it does already. */
  readonly puts: readonly Put[];
  /** The version that says what the source says, once the puts are made. */
  readonly toldVersion: number;
}

const put = ({ told }: Telling, content: Content, replaces: number): Put => ({
  type: told.value.resourceType,
  id: told.value.id ?? '',
  method: 'PUT',
  content,
  replaces,
});

/** Plans the versions to be written of a resource. */
export const planned = (one: Telling): Planned => {
  const { current, currentVersion, told, toldIn, final } = one;
  const isStored = current !== undefined && isSame(current, final);
  const next = currentVersion + 1;
  if (final.text === told.text)
    return isStored
      ? { puts: [], toldVersion: currentVersion }
      : { puts: [put(one, told, currentVersion)], toldVersion: next };
  if (toldIn === undefined)
    return { puts: [put(one, told, currentVersion), put(one, final, next)], toldVersion: next };
  return { puts: isStored ? [] : [put(one, final, currentVersion)], toldVersion: toldIn };
};
