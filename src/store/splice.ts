import { members } from '../fhir/json-text.ts';
import type { Version } from './store.ts';

const SET_BY_SERVER = new Set(['versionId', '_versionId', 'lastUpdated', '_lastUpdated']);
const SET_AT_TOP = new Set(['resourceType', 'id', 'meta']);

/**
 * Sets `id`, `meta.versionId` and `meta.lastUpdated` in the JSON text of a resource. All else stays as it was
 * written, so that a decimal keeps its digits: https://hl7.org/fhir/R5/json.html#primitive
 */
export const splice = (
  text: string,
  { type, id, versionId, lastUpdated }: Pick<Version, 'type' | 'id' | 'versionId' | 'lastUpdated'>,
): string => {
  const all = members(text);
  const sent = all.find(({ name }) => name === 'meta')?.value;
  const meta = [
    `"versionId":"${versionId}"`,
    `"lastUpdated":${JSON.stringify(lastUpdated)}`,
    ...(sent && text[sent.start] === '{' ? members(text, sent.start) : [])
      .filter(({ name }) => !SET_BY_SERVER.has(name))
      .map(({ start, end }) => text.slice(start, end)),
  ];
  const rest = all
    .filter(({ name }) => !SET_AT_TOP.has(name))
    .map(({ start, end }) => text.slice(start, end));
  const top = [
    `"resourceType":${JSON.stringify(type)}`,
    `"id":${JSON.stringify(id)}`,
    `"meta":{${meta.join(',')}}`,
  ];
  return `{${[...top, ...rest].join(',')}}`;
};
