import type { FhirResource, StructureDefinition } from 'fhir/r5.js';
import { expect } from 'vitest';
import { canonicals } from '../../../src/commands/canonicals.ts';
import { createValidator } from '../../../src/validation/validate.ts';
import { type Case, created, deletion, FHIR, parameters, put, TEXT, testCases, ward, XML } from '../case.ts';
import type { Setup } from '../server.ts';

const CASES: Case[] = [
  {
    name: 'what is right',
    method: 'post',
    path: '/fhir/$validate',
    headers: FHIR,
    body: ward,
    status: 200,
    has: ['OperationOutcome'],
    hasNot: ['"error"'],
    rows: 0,
  },
  {
    name: 'what is wrong',
    method: 'post',
    path: '/fhir/Organization/$validate',
    headers: FHIR,
    body: '{"resourceType":"Organization",\n"name":7}',
    status: 200,
    has: ['"error"', 'Organization.name', '"valueInteger":2'],
  },
  {
    name: 'in Parameters, at its place in them',
    method: 'post',
    path: '/fhir/$validate',
    headers: FHIR,
    body: '{"resourceType":"Parameters","parameter":[{"name":"mode","valueCode":"create"},\n{"name":"resource","resource":{"resourceType":"Organization",\n"name":7}}]}',
    status: 200,
    has: ['Organization.name', '"valueInteger":3'],
  },
  {
    name: 'another type',
    method: 'post',
    path: '/fhir/Device/$validate',
    headers: FHIR,
    body: ward,
    status: 200,
    has: ['"error"', 'Organization.resourceType'],
  },
  {
    name: 'against a profile that is not there',
    method: 'post',
    path: '/fhir/Organization/$validate?profile=https://example.org/none',
    headers: FHIR,
    body: ward,
    status: 200,
    has: ['"error"', 'https://example.org/none'],
  },
  {
    name: 'for an update, which is not supported',
    method: 'post',
    path: '/fhir/$validate',
    headers: FHIR,
    body: parameters({ name: 'resource', resource: JSON.parse(ward) }, { name: 'mode', valueCode: 'update' }),
    status: 200,
    has: ['"error"', 'not-supported'],
  },
  {
    name: 'in a mode that is none',
    method: 'post',
    path: '/fhir/$validate?mode=maybe',
    headers: FHIR,
    body: ward,
    status: 400,
    has: ['create, update, delete, profile'],
  },
  {
    name: 'with an input it has not',
    method: 'post',
    path: '/fhir/$validate',
    headers: FHIR,
    body: parameters({ name: 'colour', valueCode: 'red' }),
    status: 400,
    has: ['colour'],
  },
  { name: 'nothing', method: 'post', path: '/fhir/$validate', status: 400, has: ['required'] },
  {
    name: 'Parameters without it',
    method: 'post',
    path: '/fhir/$validate',
    headers: FHIR,
    body: parameters(),
    status: 400,
  },
  { name: 'no JSON', method: 'post', path: '/fhir/$validate', headers: FHIR, body: '{]', status: 400 },
  {
    name: 'no FHIR in XML',
    method: 'post',
    path: '/fhir/$validate',
    headers: XML,
    body: '<a/>',
    status: 400,
  },
  {
    name: 'what is wrong in XML, at its place in it',
    method: 'post',
    path: '/fhir/$validate',
    headers: XML,
    body: '<Organization xmlns="http://hl7.org/fhir"><identifier>\n<use value="never"/></identifier><name value="W"/></Organization>',
    status: 200,
    has: ['"error"', '"valueInteger":2'],
  },
  {
    name: 'what is no FHIR',
    method: 'post',
    path: '/fhir/$validate',
    headers: TEXT,
    body: 'a',
    status: 415,
  },
  ...['x', [], {}, { name: 'W' }, { resourceType: 7 }, { resourceType: '' }].map((resource) => ({
    name: `what is no resource: ${JSON.stringify(resource)}`,
    method: 'post' as const,
    path: '/fhir/$validate',
    headers: FHIR,
    body: parameters({ name: 'resource', resource }),
    status: 400,
    has: ['“resource”'],
  })),
  {
    name: 'a resource of a type that is none',
    method: 'post',
    path: '/fhir/$validate',
    headers: FHIR,
    body: parameters({ name: 'resource', resource: { resourceType: 'Nonsense' } }),
    status: 200,
    has: ['"error"', 'Nonsense'],
  },
  {
    name: 'against several profiles',
    method: 'post',
    path: '/fhir/Organization/$validate?profile=urn:one',
    headers: FHIR,
    body: parameters(
      { name: 'resource', resource: JSON.parse(ward) },
      { name: 'profile', valueCanonical: 'urn:two' },
      { name: 'profile', valueUri: 'urn:three' },
    ),
    status: 200,
    has: ['urn:one', 'urn:two', 'urn:three'],
  },
  {
    name: 'with a mode twice',
    method: 'post',
    path: '/fhir/$validate?mode=create',
    headers: FHIR,
    body: parameters({ name: 'resource', resource: JSON.parse(ward) }, { name: 'mode', valueCode: 'create' }),
    status: 400,
    has: ['mode', 'more than once'],
  },
  {
    name: 'with two resources',
    method: 'post',
    path: '/fhir/$validate',
    headers: FHIR,
    body: parameters(
      { name: 'resource', resource: JSON.parse(ward) },
      { name: 'resource', resource: JSON.parse(ward) },
    ),
    status: 400,
    has: ['resource', 'more than once'],
  },
  {
    name: 'by GET what is stored',
    before: created,
    path: '/fhir/Organization/id-1/$validate?profile=urn:none',
    status: 200,
    has: ['urn:none'],
  },
  {
    name: 'by GET what is nowhere',
    path: '/fhir/Organization/$validate',
    status: 405,
    answered: { allow: 'POST' },
  },
  {
    name: 'whether what others refer to can be deleted',
    before: [...created, put({ resourceType: 'Device', id: 'd', owner: { reference: 'Organization/id-1' } })],
    path: '/fhir/Organization/id-1/$validate?mode=delete',
    status: 200,
    has: ['"error"', 'Device/d refers to it'],
  },
  {
    name: 'whether what nothing refers to can be deleted',
    before: created,
    path: '/fhir/Organization/id-1/$validate?mode=delete',
    status: 200,
    hasNot: ['"error"'],
  },
  {
    name: 'what was deleted',
    before: [...created, deletion('Organization/id-1')],
    method: 'post',
    path: '/fhir/Organization/id-1/$validate',
    status: 410,
  },
  {
    name: 'what is stored',
    before: created,
    method: 'post',
    path: '/fhir/Organization/id-1/$validate',
    status: 200,
    hasNot: ['"error"'],
  },
  {
    name: 'what is stored, against a profile',
    before: created,
    method: 'post',
    path: '/fhir/Organization/id-1/$validate',
    headers: FHIR,
    body: parameters({ name: 'mode', valueCode: 'profile' }, { name: 'profile', valueCanonical: 'urn:none' }),
    status: 200,
    has: ['"error"', 'urn:none'],
  },
  { name: 'what is not stored', method: 'post', path: '/fhir/Organization/id-1/$validate', status: 404 },
  {
    name: 'a replacement with another id',
    before: created,
    method: 'post',
    path: '/fhir/Organization/id-1/$validate',
    headers: FHIR,
    body: ward,
    status: 200,
    has: ['Organization.id'],
  },
];

testCases('validate', CASES);

/** A profile with a binding that is for one usage context alone. */
const wardProfile: StructureDefinition = {
  resourceType: 'StructureDefinition',
  url: 'https://example.com/fhir/StructureDefinition/ward',
  name: 'Ward',
  status: 'active',
  kind: 'resource',
  abstract: false,
  type: 'Organization',
  baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Organization',
  derivation: 'constraint',
  differential: {
    element: [
      { id: 'Organization', path: 'Organization' },
      {
        id: 'Organization.type',
        path: 'Organization.type',
        binding: {
          strength: 'example',
          additional: [
            {
              purpose: 'required',
              valueSet: 'http://hl7.org/fhir/ValueSet/administrative-gender',
              usage: [
                {
                  code: { system: 'https://example.com/contexts', code: 'setting' },
                  valueCodeableConcept: {
                    coding: [{ system: 'https://example.com/settings', code: 'trial' }],
                  },
                },
              ],
            },
          ],
        },
      },
    ],
  },
};

const withProfile: Setup = {
  validate: createValidator({ ...canonicals([wardProfile]), ownsReferences: true }),
};

const typed = {
  resourceType: 'Organization',
  name: 'Ward 7',
  type: [{ coding: [{ system: 'https://example.com/kinds', code: 'ward' }] }],
};

const inContext = (code: string, setting: string): string =>
  parameters(
    { name: 'resource', resource: typed },
    { name: 'profile', valueCanonical: wardProfile.url },
    {
      name: 'usageContext',
      valueUsageContext: {
        code: { system: 'https://example.com/contexts', code },
        valueCodeableConcept: { coding: [{ system: 'https://example.com/settings', code: setting }] },
      },
    },
  );

const validates = (name: string, body: string, more: Partial<Case>): Case => ({
  name,
  method: 'post',
  path: '/fhir/Organization/$validate',
  headers: FHIR,
  body,
  status: 200,
  rows: 0,
  ...more,
});

/** An issue with its message id, and more. */
const issue = (rule: string, more: object): object => ({
  issue: expect.arrayContaining([
    expect.objectContaining({
      ...more,
      extension: expect.arrayContaining([
        { url: 'http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id', valueString: rule },
      ]),
    }),
  ]),
});

testCases('validate in a usage context', [
  validates('that a binding is for', inContext('setting', 'trial'), {
    setup: withProfile,
    matches: issue('binding-required', { severity: 'error', expression: ['Organization.type[0]'] }),
  }),
  validates('of another value', inContext('setting', 'care'), { setup: withProfile, hasNot: ['"error"'] }),
  validates('of another kind', inContext('place', 'trial'), { setup: withProfile, hasNot: ['"error"'] }),
  validates(
    'that is none',
    parameters({ name: 'resource', resource: typed }, { name: 'usageContext', valueCode: 'trial' }),
    { status: 400, has: ['usageContext'] },
  ),
  validates(
    'that lacks its kind',
    parameters({ name: 'resource', resource: typed }, { name: 'usageContext', valueUsageContext: {} }),
    { status: 400, has: ['usageContext'] },
  ),
]);

const GONE = { resourceType: 'Organization', name: 'W', partOf: { reference: 'Organization/none' } };

testCases('validate for what is to be done', [
  validates('to create what refers to nothing', JSON.stringify(GONE), {
    path: '/fhir/$validate?mode=create',
    matches: issue('referential-integrity', { severity: 'error', code: 'conflict' }),
    has: ['Organization/none'],
  }),
  validates('to create it where references may', JSON.stringify(GONE), {
    path: '/fhir/$validate?mode=create',
    setup: { referentialIntegrity: false },
    hasNot: ['"error"'],
  }),
  validates('just to look at it', JSON.stringify(GONE), { hasNot: ['"error"'] }),
  validates('to update what would refer to nothing', JSON.stringify({ ...GONE, id: 'id-1' }), {
    before: created,
    path: '/fhir/Organization/id-1/$validate?mode=update',
    has: ['"error"', 'Organization/none'],
  }),
  validates(
    'to update what refers to itself',
    JSON.stringify({ ...GONE, id: 'id-1', partOf: { reference: 'Organization/id-1' } }),
    { path: '/fhir/Organization/id-1/$validate?mode=update', hasNot: ['"error"'] },
  ),
  validates('to update another', JSON.stringify({ ...JSON.parse(ward), id: 'other' }), {
    before: created,
    path: '/fhir/Organization/id-1/$validate?mode=update',
    matches: issue('validate-id', { severity: 'error', expression: ['Organization.id'] }),
  }),
  validates('to delete, whatever is sent', '{"resourceType":"Organization","colour":"red"}', {
    before: created,
    path: '/fhir/Organization/id-1/$validate?mode=delete',
    hasNot: ['"error"', 'colour'],
  }),
  validates('to delete what is not there', ward, {
    path: '/fhir/Organization/none/$validate?mode=delete',
    status: 404,
  }),
  validates('to delete any of a type', ward, {
    path: '/fhir/Organization/$validate?mode=delete',
    matches: issue('validate-mode', { severity: 'error', code: 'not-supported' }),
  }),
  validates('by GET whether it could be deleted', '', {
    method: 'get',
    before: created,
    path: '/fhir/Organization/id-1/$validate?mode=delete',
    hasNot: ['"error"'],
  }),
  validates('by a profile that is stored under no name', ward, {
    path: '/fhir/Organization/$validate?mode=profile',
    status: 400,
  }),
]);

const STORED_BASE: StructureDefinition = {
  ...wardProfile,
  id: 'ward',
  differential: {
    element: [
      {
        id: 'Organization.type',
        path: 'Organization.type',
        binding: { strength: 'required', valueSet: 'https://example.com/fhir/ValueSet/kinds' },
      },
      { id: 'Organization.alias', path: 'Organization.alias', min: 1 },
    ],
  },
};

/** A profile and all it needs. */
const STORED: readonly FhirResource[] = [
  {
    ...STORED_BASE,
    id: 'special-ward',
    url: 'https://example.com/fhir/StructureDefinition/special-ward',
    baseDefinition: wardProfile.url,
    differential: { element: [{ id: 'Organization.name', path: 'Organization.name', min: 1 }] },
  },
  STORED_BASE,
  {
    resourceType: 'ValueSet',
    id: 'kinds',
    url: 'https://example.com/fhir/ValueSet/kinds',
    status: 'active',
    compose: { include: [{ system: 'https://example.com/kinds' }] },
  },
  {
    resourceType: 'CodeSystem',
    id: 'kinds',
    url: 'https://example.com/kinds',
    status: 'active',
    content: 'complete',
    concept: [{ code: 'wing' }],
  },
];

const claiming = JSON.stringify({ ...JSON.parse(ward), meta: { profile: ['urn:none'] } });

testCases('validate by a profile', [
  validates('that is unknown and only claimed', claiming, {
    matches: issue('profile-unknown', { severity: 'warning' }),
    hasNot: ['"error"'],
  }),
  validates('that is unknown, claimed and asked for', claiming, {
    path: '/fhir/Organization/$validate?profile=urn:none',
    matches: issue('profile-unknown', { severity: 'error', code: 'not-found' }),
  }),
  validates('that raises an issue and is told with it', JSON.stringify({ ...typed, type: [] }), {
    setup: {
      validate: createValidator(
        canonicals([
          {
            ...wardProfile,
            differential: { element: [{ id: 'Organization.type', path: 'Organization.type', min: 1 }] },
          },
        ]),
      ),
    },
    path: `/fhir/Organization/$validate?profile=${wardProfile.url}`,
    matches: {
      issue: expect.arrayContaining([
        expect.objectContaining({
          severity: 'error',
          code: 'required',
          expression: ['Organization'],
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line', valueInteger: 1 },
            { url: 'http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col', valueString: '1' },
            {
              url: 'http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id',
              valueString: 'cardinality-min',
            },
            {
              url: 'http://hl7.org/fhir/StructureDefinition/operationoutcome-authority',
              valueUri: wardProfile.url,
            },
          ],
        }),
      ]),
    },
  }),
  validates('that is stored, with its base, its value set and the code system', JSON.stringify(typed), {
    before: STORED.map((resource) => put(resource)),
    path: '/fhir/Organization/$validate?profile=https://example.com/fhir/StructureDefinition/special-ward',
    matches: issue('binding-required', { severity: 'error', expression: ['Organization.type[0]'] }),
    has: ['alias: at least 1'],
    hasNot: ['profile-unknown'],
  }),
  validates(
    'that was stored and changed since',
    JSON.stringify({ ...typed, type: undefined, alias: ['W'] }),
    {
      before: [
        ...STORED.map((resource) => put(resource)),
        {
          method: 'post',
          path: `/fhir/Organization/$validate?profile=${wardProfile.url}`,
          headers: FHIR,
          body: ward,
        },
        put({
          ...STORED_BASE,
          differential: { element: [{ id: 'Organization.contact', path: 'Organization.contact', min: 1 }] },
        }),
      ],
      path: '/fhir/Organization/$validate?profile=https://example.com/fhir/StructureDefinition/special-ward',
      has: ['contact: at least 1'],
      hasNot: ['alias: at least 1'],
    },
  ),
  validates('of another type', ward, {
    path: '/fhir/Organization/$validate?profile=http://hl7.org/fhir/StructureDefinition/Device',
    matches: issue('profile-type', { severity: 'error' }),
  }),
]);
