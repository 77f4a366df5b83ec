import { RESOURCE_TYPES, type ResourceType } from '../../fhir/resource-type.ts';
import { compartments } from '../../fhir/search/compartment.ts';
import { capabilities, MODES } from '../interaction/capabilities.ts';
import { history } from '../interaction/history.ts';
import { search, searchCompartment } from '../interaction/search.ts';
import { HANDLING } from '../prefer.ts';
import type { Route } from '../route.ts';
import { fhir, ok, optional, READING, SUBSET, WITH_BODY } from './media.ts';
import { HISTORY_QUERY } from './query.ts';

const FOUND = ok('A page of what was found', 'Bundle');

const COMPARTMENT = '/fhir/{compartment}/{id}';

const inCompartment = {
  interaction: 'search-compartment',
  onlyIn: '5.0',
  compartments: Object.keys(compartments) as ResourceType[],
  query: 'search',
  headers: [HANDLING],
  answers: FOUND,
  handler: searchCompartment,
} as const;

const byGet = {
  ...inCompartment,
  method: 'GET',
  summary: 'Search in the compartment of a resource',
  failures: [...READING, 'gone'],
} as const;

const byPost = {
  ...inCompartment,
  method: 'POST',
  summary: 'Search in the compartment of a resource, with parameters in the body',
  body: optional({ 'application/x-www-form-urlencoded': 'SearchForm' }),
  failures: [...WITH_BODY, 'gone'],
} as const;

/** What can be asked of the whole server, or of a compartment: https://hl7.org/fhir/R5/http.html */
export const systemRoutes: readonly Route[] = [
  {
    name: 'searchSystem',
    method: 'GET',
    path: '/fhir',
    interaction: 'search-system',
    summary: 'Search in several types',
    query: 'search',
    headers: [HANDLING],
    answers: FOUND,
    failures: [...READING, 'gone'],
    handler: search,
  },
  {
    name: 'searchSystemByPost',
    method: 'POST',
    path: '/fhir/_search',
    interaction: 'search-system',
    summary: 'Search in several types, with parameters in the body',
    query: 'search',
    headers: [HANDLING],
    body: optional({ 'application/x-www-form-urlencoded': 'SearchForm' }),
    answers: FOUND,
    failures: [...WITH_BODY, 'gone'],
    handler: search,
  },
  { ...byGet, name: 'searchCompartmentType', path: `${COMPARTMENT}/{type}`, types: RESOURCE_TYPES },
  {
    ...byPost,
    name: 'searchCompartmentTypeByPost',
    path: `${COMPARTMENT}/{type}/_search`,
    types: RESOURCE_TYPES,
  },
  { ...byGet, name: 'searchCompartment', path: `${COMPARTMENT}/*` },
  { ...byPost, name: 'searchCompartmentByPost', path: `${COMPARTMENT}/_search` },
  { ...byPost, name: 'searchWholeCompartmentByPost', path: `${COMPARTMENT}/*/_search` },
  {
    name: 'historySystem',
    method: 'GET',
    path: '/fhir/_history',
    interaction: 'history-system',
    summary: 'The versions of all resources, newest first',
    query: HISTORY_QUERY,
    answers: ok('A page of versions', 'Bundle'),
    failures: [...READING, 'gone'],
    handler: history,
  },
];

/** The route of the CapabilityStatement, which is made of all routes. */
export const capabilitiesRoute = (routes: () => readonly Route[]): Route => ({
  name: 'capabilities',
  method: 'GET',
  path: '/fhir/metadata',
  interaction: 'capabilities',
  summary: 'What the server can do',
  query: [{ name: 'mode', description: 'What to tell of it', choices: MODES }, ...SUBSET],
  headers: [{ name: 'If-None-Match', description: 'ETag of what the client has' }],
  answers: {
    200: { description: 'It', headers: ['ETag'], content: fhir('Capabilities') },
    304: { description: 'The client has it', headers: ['ETag'] },
  },
  failures: READING,
  handler: (request, service) => capabilities(routes(), request, service),
});
