import type { Content } from '../fhir/content.ts';
import type { Put } from '../store/changes.ts';
import { isSame, type Telling } from './telling.ts';

const put = ({ told }: Telling, content: Content, replaces: number): Put => ({
  type: told.value.resourceType,
  id: told.value.id ?? '',
  method: 'PUT',
  content,
  replaces,
});

const isAllTold = ({ final, told }: Telling): boolean => final.text === told.text;

const isFinalStored = ({ current, final }: Telling): boolean =>
  current !== undefined && isSame(current, final);

/** The versions to be written: what the source says, then what stands there in the end where that is something else. */
export const putsOf = (one: Telling): readonly Put[] => {
  if (isAllTold(one)) return isFinalStored(one) ? [] : [put(one, one.told, one.currentVersion)];
  const told = one.toldIn === undefined ? [put(one, one.told, one.currentVersion)] : [];
  const final =
    told.length > 0 || !isFinalStored(one) ? [put(one, one.final, one.currentVersion + told.length)] : [];
  return [...told, ...final];
};

/** The version that says what the source says, once the puts are made. */
export const toldVersion = (one: Telling): number =>
  isAllTold(one) && isFinalStored(one)
    ? one.currentVersion
    : ((isAllTold(one) ? undefined : one.toldIn) ?? one.currentVersion + 1);
