import type { Group, Reference } from 'fhir/r5.js';
import { compartments } from '../../fhir/search/compartment.ts';
import { every, not, some } from '../../fhir/search/criterion/criteria.ts';
import { leadingTo, ledToBy } from '../../fhir/search/criterion/leading-to.ts';
import type { Criterion } from '../../fhir/search/search-request.ts';
import { localReference } from '../../fhir/search/value/reference.ts';
import { type Failure, fail } from '../error.ts';
import { storedVersion } from '../operation/stored.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import type { Extent } from './bulk-request.ts';
import { notUnderstood } from './not-understood.ts';

/** How many patients may be named. */
const MOST = 1000;

const COMPARTMENT = compartments.Patient ?? {};

const patientId = ({ reference = '' }: Reference, { base }: Request): string | undefined => {
  const local = localReference(reference, base);
  return local?.type === 'Patient' ? local.id : undefined;
};

/**
 * Patients, as far as they are there, with what is in their compartments. A Patient that another one is linked to is
 * not exported for that. https://hl7.org/fhir/R5/compartmentdefinition-patient.html
 */
const recordsOf = (patients: readonly Criterion[], issues: Extent['issues'], { store }: Service): Extent => {
  const parameters = store.searchParameters();
  const who = every(patients);
  const references = (type: string) =>
    (COMPARTMENT[type] ?? []).flatMap((code) => parameters.find(type, code) ?? []);
  return {
    types: Object.keys(COMPARTMENT),
    outside: 'cannot be in a Patient compartment',
    within: (type) =>
      type === 'Patient' ? who : some(references(type).map((one) => leadingTo(one, ['Patient'], who))),
    issues,
  };
};

/** Those whom `patient` names, and why others cannot be had; `isThere` says whose ids are known. */
const named = async (
  given: readonly Reference[],
  request: Request,
  isThere: (ids: readonly string[]) => Promise<(id: string) => boolean>,
  otherwise: string,
): Promise<{ readonly patients: readonly Criterion[]; readonly issues: Extent['issues'] } | Failure> => {
  if (given.length === 0) return { patients: [], issues: [] };
  if (given.length > MOST) return fail('malformed', 'too-costly', `patient names at most ${MOST}`);
  const ids = given.map((one) => patientId(one, request));
  const isKnown = await isThere(ids.filter((id) => id !== undefined));
  const wrong = given.filter((_, at) => !isKnown(ids[at] ?? ''));
  return {
    patients: [{ kind: 'id', anyOf: ids.filter((id) => id !== undefined && isKnown(id)) as string[] }],
    issues: wrong.map(({ reference = '' }) =>
      notUnderstood('patient', `“${reference}” ${otherwise}`, 'not-found'),
    ),
  };
};

/** All patients that there are, or those who are named. */
export const patientExtent = async (
  given: readonly Reference[],
  request: Request,
  service: Service,
): Promise<Extent | Failure> => {
  const stored = async (ids: readonly string[]) => {
    const found = await service.store.readAll(ids.map((id) => ({ type: 'Patient', id })));
    return (id: string) => found.get(`Patient/${id}`)?.deleted === false;
  };
  const asked = await named(given, request, stored, 'is no Patient that is stored here');
  return 'failure' in asked ? asked : recordsOf(asked.patients, asked.issues, service);
};

/** The ids of the patients in a Group: those who are members still, and those who are none any more. */
const membersOf = ({ member = [] }: Group, request: Request) => {
  const idsOf = (isInactive: boolean) =>
    new Set(
      member
        .filter(({ inactive = false }) => inactive === isInactive)
        .flatMap(({ entity }) => patientId(entity, request) ?? []),
    );
  const active = idsOf(false);
  return { active, inactive: idsOf(true).difference(active) };
};

/** The patients who are members of a Group, or those of them who are named: https://hl7.org/fhir/R5/group.html */
export const groupExtent = async (
  given: readonly Reference[],
  request: Request,
  service: Service,
): Promise<Extent | Failure> => {
  const version = await storedVersion(request, service);
  if ('failure' in version) return version;
  const group: Group = JSON.parse(version.text);
  if (group.membership === 'definitional')
    return fail(
      'invalid',
      'not-supported',
      `Group/${request.id} lists nobody: it is defined by characteristics, and who has them is not looked for`,
      { expression: 'Group.membership' },
    );
  const { active, inactive } = membersOf(group, request);
  const asked = await named(
    given,
    request,
    async () => (id) => active.has(id),
    `is no Patient who is a member of Group/${request.id}`,
  );
  if ('failure' in asked) return asked;
  const member = service.store.searchParameters().find('Group', 'member');
  if (member === undefined) throw new Error('R5 has a search parameter for the members of a Group');
  const belonging: readonly Criterion[] = [
    ledToBy(member, 'Group', { kind: 'id', anyOf: [request.id] }),
    ...(inactive.size > 0 ? [not({ kind: 'id', anyOf: [...inactive] })] : []),
  ];
  return recordsOf([...belonging, ...asked.patients], asked.issues, service);
};
