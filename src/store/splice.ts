import type { Content } from '../fhir/content.ts';
import { members, type Stretch } from '../fhir/json-text.ts';
import type { Version } from './store.ts';

const SET_BY_SERVER = new Set(['versionId', '_versionId', 'lastUpdated', '_lastUpdated']);
const SET_AT_TOP: ReadonlySet<string> = new Set(['resourceType', 'id', 'meta']);

/**
 * Sets `id`, `meta.versionId` and `meta.lastUpdated` in the JSON text of a resource. All else stays as it was
 * written, so that a decimal keeps its digits: https://hl7.org/fhir/R5/json.html#primitive
 */
export const splice = (
  { text, value }: Content,
  { type, id, versionId, lastUpdated }: Pick<Version, 'type' | 'id' | 'versionId' | 'lastUpdated'>,
): string => {
  const rest: string[] = [];
  let sent: Stretch | undefined;
  let missing = [...SET_AT_TOP].filter((name) => name in value).length;
  for (const { name, start, end, value: stretch } of members(text)) {
    if (!SET_AT_TOP.has(name)) rest.push(`,${text.slice(start, end)}`);
    else {
      missing -= 1;
      if (name === 'meta') sent = stretch;
      // No name stands twice, so that nothing of what follows has to be looked at.
      if (missing > 0) continue;
      rest.push(text.slice(end, text.lastIndexOf('}')));
      break;
    }
  }
  const meta = [
    `"versionId":"${versionId}"`,
    `"lastUpdated":${JSON.stringify(lastUpdated)}`,
    ...(sent && text[sent.start] === '{' ? [...members(text, sent.start)] : [])
      .filter(({ name }) => !SET_BY_SERVER.has(name))
      .map(({ start, end }) => text.slice(start, end)),
  ];
  const top = [
    `"resourceType":${JSON.stringify(type)}`,
    `"id":${JSON.stringify(id)}`,
    `"meta":{${meta.join(',')}}`,
  ];
  return `{${top.join(',')}${rest.join('')}}`;
};
