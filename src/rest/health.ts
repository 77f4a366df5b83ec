import type { components } from '../../openapi/types.d.ts';
import { searchOf } from '../fhir/search/search-request.ts';
import type { Handler } from './request.ts';

type Health = components['schemas']['Health'];

/** Whether the server can answer from its store. */
export const health: Handler = async (_, { store, softwareVersion }) => {
  await store.search(searchOf(['ResearchStudy']));
  const body: Health = { status: 'up', version: softwareVersion };
  return { status: 200, mediaType: 'application/json', body: JSON.stringify(body) };
};
