import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompartmentDefinition, SearchParameter as Definition } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { CORRECTED, KNOWN_OTHERWISE, OMITTED } from '../../../profiles/search-parameter-corrections.ts';
import { RESOURCE_TYPES } from '../../../src/fhir/resource-type.ts';
import { compartments } from '../../../src/fhir/search/compartment.ts';
import { parsePath } from '../../../src/fhir/search/path.ts';
import { typesOf } from '../../../src/fhir/search/path-types.ts';
import {
  builtInSearchParameters,
  searchParametersOf,
  withMore,
} from '../../../src/fhir/search/search-parameters.ts';

const ROOT = join(import.meta.dirname, '../../..');

const read = <R>(folder: string, type: string): readonly R[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.startsWith(`${type}-`))
    .map((name) => JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8')) as R);

const core = read<Definition>('node_modules/hl7.fhir.r5.core', 'SearchParameter').filter(
  ({ version }) => version === '5.0.0',
);
const own = read<Definition>('profiles/generated/resources', 'SearchParameter');
const served = builtInSearchParameters();
const everyOne = [...new Set(['Resource', ...RESOURCE_TYPES].flatMap((type) => served.of(type)))];

describe('the search parameters that are served', () => {
  test('are all of R5 and our own, but for those said to be left out', () => {
    const missing = [...core, ...own].flatMap(({ id = '', base, code, url }) =>
      base
        .filter((type) => !OMITTED.has(id) && !OMITTED.has(`${id} ${type}`))
        .filter(
          (type) => served.find(String(type) === 'DomainResource' ? 'Resource' : type, code)?.url !== url,
        )
        .map((type) => `${id} of ${type}`),
    );
    expect(missing).toEqual([]);
    expect(everyOne).toHaveLength([...core, ...own].flatMap(({ base }) => base).length - OMITTED.size);
  });

  test('are of the type they are defined with', () => {
    const types = new Map(
      [...core, ...own].map(({ id, url, type }) => [url, CORRECTED[id ?? '']?.type ?? type]),
    );
    expect(everyOne.filter(({ url = '', type }) => types.get(url) !== type)).toEqual([]);
  });

  test('lead to elements that there are, unless they are known without an expression', () => {
    for (const { base, code, url = '', expression, via, through } of everyOne) {
      const id = url.slice(url.lastIndexOf('/') + 1);
      if (expression === undefined)
        expect((via ?? through) !== undefined || KNOWN_OTHERWISE.has(id), `${base} ${code}`).toBe(true);
      else if (parsePath(expression) !== undefined)
        expect(typesOf(expression, [base]), `${base} ${code}`).not.toEqual([]);
    }
  });

  test('are cut to the type they are for', () => {
    expect(served.find('CareTeam', 'date')?.expression).toBe('CareTeam.period');
    expect(served.find('AdverseEvent', 'date')?.expression).toBe(
      'AdverseEvent.occurrence.ofType(dateTime) | AdverseEvent.occurrence.ofType(Period) | AdverseEvent.occurrence.ofType(Timing)',
    );
    expect(served.find('Appointment', 'date')?.expression).toBe('(start | requestedPeriod.start).first()');
    expect(served.find('Patient', 'family')?.expression).toBe('Patient.name.family');
  });

  test('leave out the target where any resource may be one', () => {
    expect(served.find('Provenance', 'target')?.target).toBeUndefined();
    expect(served.find('Observation', 'patient')?.target).toContain('Patient');
  });

  test('have typed components', () => {
    for (const { code, components } of everyOne.filter(({ type }) => type === 'composite'))
      expect(components?.length, code).toBeGreaterThan(1);
    expect(
      served
        .find('ResearchStudy', 'progress-status-state-period-actual')
        ?.components?.map(({ type }) => type),
    ).toEqual(['token', 'date', 'token']);
  });

  test.each(['Nonsense', 'Resource', '__proto__'])('of %s are those of all types', (type) => {
    expect(served.of(type).every(({ base }) => base === 'Resource')).toBe(true);
    expect(served.find(type, '_tag')?.base).toBe('Resource');
    expect(served.find(type, 'name')).toBeUndefined();
  });
});

describe('compartments', () => {
  test('are the five of R5, by search parameters that are served', () => {
    expect(Object.keys(compartments).toSorted()).toEqual([
      'Device',
      'Encounter',
      'Patient',
      'Practitioner',
      'RelatedPerson',
    ]);
    for (const compartment of Object.values(compartments))
      for (const [type, codes] of Object.entries(compartment))
        for (const code of codes) expect(served.find(type, code), `${type} ${code}`).toBeDefined();
  });

  test('hold the resource that they are of, and lose no parameter', () => {
    const all = read<CompartmentDefinition>('node_modules/hl7.fhir.r5.core', 'CompartmentDefinition').filter(
      ({ version }) => version === '5.0.0',
    );
    const lost = all.flatMap(({ code: of, resource = [] }) =>
      resource.flatMap(({ code, param = [] }) =>
        param
          .filter((one) => !compartments[of]?.[code]?.includes(one === '{def}' ? '_id' : one))
          .map((one) => `${of}: ${code} ${one}`),
      ),
    );
    expect(lost).toEqual([]);
    expect(compartments.Patient?.Patient).toContain('_id');
  });
});

/** TypeScript knows only older names of types as bases. */
type Loose = Partial<Omit<Definition, 'base' | 'expression'>> & {
  readonly base?: readonly string[];
  readonly expression?: string | undefined;
};

const definition = (more: Loose): Definition =>
  ({
    resourceType: 'SearchParameter',
    url: 'http://x.org/SearchParameter/favourite',
    name: 'Favourite',
    status: 'active',
    description: 'Their favourite.',
    code: 'favourite',
    base: ['Patient'],
    type: 'token',
    expression: "Patient.extension('http://x.org/favourite').value.ofType(code)",
    ...more,
  }) as Definition;

describe('a stored search parameter', () => {
  test('is served for each of its types', () => {
    const found = searchParametersOf(
      definition({
        base: ['Patient', 'Person'],
        expression: 'Patient.photo.title | Person.photo.title',
        type: 'string',
      }),
    );
    expect(found).toMatchObject([
      { base: 'Patient', code: 'favourite', expression: 'Patient.photo.title' },
      { base: 'Person', code: 'favourite', expression: 'Person.photo.title' },
    ]);
  });

  test('of DomainResource is served for every type but Bundle, Binary and Parameters; of Resource for all at once', () => {
    const found = searchParametersOf(
      definition({ base: ['DomainResource'], expression: 'DomainResource.text.status' }),
    );
    expect(found).toHaveLength(
      RESOURCE_TYPES.filter((type) => !['Bundle', 'Binary', 'Parameters'].includes(type)).length,
    );
    expect(
      searchParametersOf(
        definition({ base: ['Resource'], expression: 'Resource.implicitRules', type: 'uri' }),
      ),
    ).toMatchObject([{ base: 'Resource' }]);
  });

  test('may be a composite, its components known or told by their elements', () => {
    const found = searchParametersOf(
      definition({
        base: ['Observation'],
        type: 'composite',
        expression: 'Observation.component',
        component: [
          { definition: 'http://hl7.org/fhir/SearchParameter/clinical-code', expression: 'code' },
          { definition: 'http://x.org/unknown', expression: 'value.ofType(Period)' },
        ],
      }),
    );
    expect(found).toMatchObject([{ components: [{ code: 'code', type: 'token' }, { type: 'date' }] }]);
  });

  test('may be FHIRPath that is no path', () => {
    expect(searchParametersOf(definition({ expression: 'Patient.name.count() > 1' }))).toMatchObject([
      { base: 'Patient' },
    ]);
  });

  test.each<[string, Loose, string, RegExp]>([
    ['without an expression', { expression: undefined }, 'expression', /no expression/],
    ['with what is no FHIRPath', { expression: 'Patient..name' }, 'expression', /no FHIRPath/],
    ['that leads to nothing', { expression: 'Patient.colour' }, 'expression', /no element of Patient/],
    ['that leads from another type', { expression: 'Person.name' }, 'expression', /no element of Patient/],
    ['of a special type', { type: 'special' }, 'type', /special/],
    ['of an unknown resource type', { base: ['Alien'] }, 'base[0]', /Alien/],
    ['of a code that another has', { code: 'gender' }, 'code', /individual-gender is gender of Patient/],
    [
      'of all types with a code that one has',
      { code: 'gender', base: ['Resource'], expression: 'Resource.id' },
      'code',
      /already/,
    ],
    ['of a code that is FHIR’s', { code: '_mine' }, 'code', /_mine/],
    ['of a code with a modifier', { code: 'a:b' }, 'code', /a:b/],
    ['that is a composite of one', { type: 'composite', expression: 'Patient.name' }, 'component', /two/],
    [
      'that is a composite with what has no type',
      {
        type: 'composite',
        expression: 'Patient.contact',
        component: [
          { definition: 'http://x.org/a', expression: 'gender' },
          { definition: 'http://x.org/b', expression: 'colour' },
        ],
      },
      'component[1].definition',
      /not served/,
    ],
  ])('%s is refused with the reason', (_, more, element, text) => {
    const issues = searchParametersOf(definition(more));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      severity: 'error',
      rule: 'search-parameter-not-served',
      expression: `SearchParameter.${element}`,
      text: expect.stringMatching(text),
    });
  });

  test('is found beside the others, and takes the place of one of its own address', () => {
    const one = { base: 'Patient', code: 'favourite', type: 'token', url: 'urn:a', description: '' } as const;
    const changed = { ...one, code: 'gender', url: 'urn:b' };
    const more = withMore(served, [one, changed]);
    expect(more.find('Patient', 'favourite')).toBe(one);
    expect(more.find('Patient', 'gender')).toBe(changed);
    expect(more.find('Person', 'favourite')).toBeUndefined();
    expect(more.of('Patient')).toHaveLength(served.of('Patient').length + 1);
    expect(more.of('Person').map(({ code }) => code)).toEqual(served.of('Person').map(({ code }) => code));
    expect(served.find('Patient', 'favourite')).toBeUndefined();
  });
});
