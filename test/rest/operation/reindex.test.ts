import { type Case, created, deletion, testCases } from '../case.ts';

const resources = (valueInteger: number) => ({ parameter: [{ name: 'resources', valueInteger }] });

const before = [...created, ...created, { ...created[0], path: '/fhir/Organization' }];

const CASES: Case[] = [
  { name: 'everything', before, method: 'post', path: '/fhir/$reindex', status: 200, matches: resources(3) },
  {
    name: 'a type',
    before,
    method: 'post',
    path: '/fhir/Organization/$reindex',
    status: 200,
    matches: resources(3),
    after: [
      { path: '/fhir/Organization?name=ward', status: 200, has: ['"total":3'] },
      { method: 'post', path: '/fhir/Device/$reindex', status: 200, matches: resources(0) },
    ],
  },
  {
    name: 'a resource',
    before,
    method: 'post',
    path: '/fhir/Organization/id-2/$reindex',
    status: 200,
    matches: resources(1),
  },
  { name: 'what is not stored', method: 'post', path: '/fhir/Organization/id-2/$reindex', status: 404 },
  {
    name: 'what was deleted',
    before: [...created, deletion('Organization/id-1')],
    method: 'post',
    path: '/fhir/Organization/id-1/$reindex',
    status: 410,
  },
  { name: 'by GET', path: '/fhir/$reindex', status: 405, answered: { allow: 'POST' } },
  {
    name: 'and ask how far it is',
    path: '/fhir/$reindex-status',
    status: 200,
    matches: { parameter: [{ name: 'running', valueBoolean: false }] },
  },
];

testCases('reindex', CASES);
