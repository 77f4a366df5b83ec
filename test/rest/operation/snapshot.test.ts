import type { StructureDefinition } from 'fhir/r5.js';
import { type Case, deletion, FHIR, parameters, put, testCases } from '../case.ts';

const PATIENT = 'http://hl7.org/fhir/StructureDefinition/Patient';

const profile = (id: string, baseDefinition: string, path: string): StructureDefinition => ({
  resourceType: 'StructureDefinition',
  id,
  url: `urn:example:${id}`,
  name: 'Named',
  status: 'draft',
  kind: 'resource',
  abstract: false,
  type: 'Patient',
  baseDefinition,
  derivation: 'constraint',
  differential: { element: [{ id: path, path, min: 1 }] },
});

const named = profile('named', PATIENT, 'Patient.name');
const born = profile('born', 'urn:example:named', 'Patient.birthDate');

const at = '/fhir/StructureDefinition/$snapshot';

const post = (body: string, path = at) => ({ method: 'post', path, headers: FHIR, body }) as const;

const CASES: Case[] = [
  {
    name: 'of what is sent',
    ...post(JSON.stringify(named)),
    status: 200,
    matches: { resourceType: 'StructureDefinition', url: 'urn:example:named' },
    has: ['"snapshot"', '"path":"Patient.birthDate"'],
  },
  {
    name: 'of what is sent in Parameters',
    ...post(parameters({ name: 'definition', resource: named })),
    status: 200,
    has: ['"snapshot"'],
  },
  {
    name: 'of what is stored, over a base that is stored',
    before: [put(named), put(born)],
    ...post('', '/fhir/StructureDefinition/born/$snapshot'),
    status: 200,
    matches: { id: 'born' },
    has: ['"snapshot"', '"path":"Patient.name"'],
  },
  {
    name: 'of what has the URL',
    before: [put(named), put(born)],
    ...post('', `${at}?url=urn:example:born`),
    status: 200,
    matches: { id: 'born' },
  },
  { name: 'of a type of R5', ...post('', `${at}?url=${PATIENT}`), status: 200, matches: { id: 'Patient' } },
  {
    name: 'over a base that is not known',
    before: [put(born)],
    ...post('', '/fhir/StructureDefinition/born/$snapshot'),
    status: 422,
    has: ['urn:example:named'],
  },
  {
    name: 'over itself',
    ...post(JSON.stringify(profile('self', 'urn:example:self', 'Patient.name')), at),
    before: [put(profile('self', 'urn:example:self', 'Patient.name'))],
    status: 422,
  },
  {
    name: 'with an element that is none',
    ...post(JSON.stringify(profile('wrong', PATIENT, 'Patient.wrong'))),
    status: 422,
    has: ['Patient.wrong'],
  },
  { name: 'of what has no such URL', ...post('', `${at}?url=urn:none`), status: 404, has: ['urn:none'] },
  { name: 'of nothing', ...post(''), status: 400, has: ['definition or url'] },
  { name: 'of what is not stored', ...post('', '/fhir/StructureDefinition/none/$snapshot'), status: 404 },
  {
    name: 'of what was deleted',
    before: [put(named), deletion('StructureDefinition/named')],
    ...post('', '/fhir/StructureDefinition/named/$snapshot'),
    status: 410,
  },
  { name: 'by GET', path: `${at}?url=${PATIENT}`, status: 405, answered: { allow: 'POST' } },
];

testCases('snapshot', CASES);
