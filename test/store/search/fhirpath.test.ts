import fc from 'fast-check';
import type { Organization, Patient } from 'fhir/r5.js';
import fhirpath, { type Model } from 'fhirpath';
import r5 from 'fhirpath/fhir-context/r5/index.js';
import { describe, expect, test } from 'vitest';
import type { IndexKey } from '../../../src/fhir/search/search-parameter.ts';
import { type Criterion, type SearchValue, searchOf } from '../../../src/fhir/search/search-request.ts';
import { at, deleting, putting, useStore } from '../fixture.ts';
import { DATABASES } from '../stores.ts';

const any = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const NAMES = ['Ann', 'Anna', 'Bo'];
const DAYS = ['1980-01-31', '1980-02-01', '1999-12-31'];
const IDS = ['a', 'b', 'c', 'd'];
const SYSTEMS = ['urn:s', 'urn:t'];

const identifier = fc.record({ system: any(SYSTEMS), value: any(['1', '2']) });

const organization: fc.Arbitrary<Organization> = fc
  .record({ id: any(IDS), name: any(NAMES), identifier: fc.array(identifier, { maxLength: 2 }) })
  .map(({ identifier: all, ...more }) => ({
    resourceType: 'Organization',
    ...more,
    ...(all.length > 0 && { identifier: all }),
  }));

const patient: fc.Arbitrary<Patient> = fc
  .record(
    {
      id: any(IDS),
      gender: any(['male', 'female'] as const),
      birthDate: any(DAYS),
      name: fc.array(
        fc.record({ family: any(NAMES), given: fc.array(any(NAMES), { minLength: 1, maxLength: 2 }) }),
        { minLength: 1, maxLength: 2 },
      ),
      managingOrganization: any(IDS).map((id) => ({ reference: `Organization/${id}` })),
    },
    { requiredKeys: ['id'] },
  )
  .map((one) => ({ resourceType: 'Patient', ...one }));

/** A criterion and FHIRPath that asks the same of a resource, where all others are `%patients`, `%organizations`. */
interface Both {
  readonly criterion: Criterion;
  readonly path: string;
}

const value = (parameter: IndexKey, one: SearchValue): Criterion => ({
  kind: 'value',
  parameter,
  anyOf: [one],
});

const begins = (parameter: IndexKey, path: string) =>
  any(['a', 'ANN', 'anna', 'b', 'x']).map(
    (text): Both => ({
      criterion: value(parameter, { type: 'string', match: 'start', text }),
      path: `${path}.where(lower().startsWith('${text.toLowerCase()}')).exists()`,
    }),
  );

const identified = (parameter: IndexKey) =>
  identifier.map(
    (one): Both => ({
      criterion: value(parameter, { type: 'token', system: one.system, code: one.value }),
      path: `identifier.where(system = '${one.system}' and value = '${one.value}').exists()`,
    }),
  );

const COMPARED = { eq: '=', ne: '!=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

const born = fc.tuple(any(DAYS), any(Object.keys(COMPARED) as (keyof typeof COMPARED)[])).map(
  ([day, comparator]): Both => ({
    criterion: value('Patient.birthdate', {
      type: 'date',
      comparator,
      low: Date.parse(day),
      high: Date.parse(day) + 86_400_000,
    }),
    path: `birthDate.where($this ${COMPARED[comparator]} @${day}).exists()`,
  }),
);

const gender = any(['male', 'female', 'MALE']).map(
  (code): Both => ({
    criterion: value('Patient.gender', { type: 'token', code }),
    path: `gender.where($this = '${code}').exists()`,
  }),
);

const missing = any([
  ['birthDate', 'Patient.birthdate', 'date'],
  ['gender', 'Patient.gender', 'token'],
  ['managingOrganization', 'Patient.organization', 'reference'],
] as const).map(
  ([path, parameter, type]): Both => ({
    criterion: { kind: 'present', parameter, type },
    path: `${path}.exists()`,
  }),
);

const joined =
  (kind: 'and' | 'or') =>
  (of: readonly Both[]): Both => ({
    criterion: { kind, of: of.map(({ criterion }) => criterion) },
    path: of.map(({ path }) => `(${path})`).join(` ${kind} `),
  });

const opposite = ({ criterion, path }: Both): Both => ({
  criterion: { kind: 'not', of: criterion },
  path: `(${path}).not()`,
});

const { ofPatient, ofOrganization } = fc.letrec<{ ofPatient: Both; ofOrganization: Both }>((tie) => {
  const composed = (name: 'ofPatient' | 'ofOrganization') => {
    const few = fc.array(tie(name), { minLength: 2, maxLength: 3 });
    return fc.oneof(few.map(joined('and')), few.map(joined('or')), tie(name).map(opposite));
  };
  return {
    ofPatient: fc.oneof(
      { maxDepth: 3 },
      begins('Patient.family', 'name.family'),
      begins('Patient.given', 'name.given'),
      born,
      gender,
      missing,
      composed('ofPatient'),
      tie('ofOrganization').map(
        ({ criterion, path }): Both => ({
          criterion: {
            kind: 'chain',
            parameter: 'Patient.organization',
            types: ['Organization'],
            where: criterion,
          },
          path: `managingOrganization.reference.where($this in %organizations.where(${path}).select('Organization/' + id)).exists()`,
        }),
      ),
    ),
    ofOrganization: fc.oneof(
      { maxDepth: 3 },
      begins('Organization.name', 'name'),
      identified('Organization.identifier'),
      composed('ofOrganization'),
      tie('ofPatient').map(
        ({ criterion, path }): Both => ({
          criterion: { kind: 'has', type: 'Patient', parameter: 'Patient.organization', where: criterion },
          path: `('Organization/' + id) in %patients.where(${path}).managingOrganization.reference`,
        }),
      ),
    ),
  };
});

const meets = (
  resource: Patient | Organization,
  path: string,
  all: Record<string, readonly object[]>,
): boolean => (fhirpath.evaluate(resource, path, all, r5 as unknown as Model) as unknown[])[0] === true;

/** A few with an id of their own each. */
const few = <T extends Patient | Organization>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(one, { minLength: 1, maxLength: 4, selector: ({ id }) => id });

describe.each(DATABASES)('search as FHIRPath on the resources: $name', (kind) => {
  const opened = useStore(kind, { referentialIntegrity: false });

  test('finds the resources for which FHIRPath says yes', async () => {
    const { store } = opened;
    /** The last version of each, and which of them are deletions. */
    const there = new Map<string, number>();
    const deleted = new Set<string>();
    /** Makes the store have these resources and no others. */
    const become = async (all: readonly (Patient | Organization)[]): Promise<void> => {
      const wanted = new Map(all.map((one) => [`${one.resourceType}/${one.id}`, one]));
      const gone = [...there].flatMap(([place, version]) => {
        const [type = '', id = ''] = place.split('/');
        return wanted.has(place) || deleted.has(place) ? [] : [deleting(type, id, version)];
      });
      const writes = [...wanted].map(([place, one]) => putting(one, there.get(place)));
      const written = await store.write({ writes: [...writes, ...gone] }, at(0));
      for (const { type, id, versionId, deleted: isDeleted } of written) {
        there.set(`${type}/${id}`, versionId);
        if (isDeleted) deleted.add(`${type}/${id}`);
        else deleted.delete(`${type}/${id}`);
      }
    };
    await fc.assert(
      fc.asyncProperty(
        few(patient),
        few(organization),
        fc.array(ofPatient, { minLength: 8, maxLength: 8 }),
        fc.array(ofOrganization, { minLength: 8, maxLength: 8 }),
        async (patients, organizations, ofPatients, ofOrganizations) => {
          await become([...patients, ...organizations]);
          const find = async (
            type: string,
            { criterion, path }: Both,
            of: readonly (Patient | Organization)[],
          ) => {
            const { matches } = await store.search(searchOf([type], criterion, 100));
            const expected = of.filter((one) => meets(one, path, { patients, organizations }));
            expect(matches.map(({ id }) => id).sort(), path).toEqual(expected.map(({ id }) => id).sort());
          };
          for (const both of ofPatients) await find('Patient', both, patients);
          for (const both of ofOrganizations) await find('Organization', both, organizations);
        },
      ),
      { numRuns: 50 },
    );
  });
});
