import type {
  CodeableConcept,
  Organization,
  Practitioner,
  PractitionerRole,
  Reference,
  ResearchStudyAssociatedParty,
} from 'fhir/r5.js';
import { narrative, paragraph } from '../../fhir/narrative.ts';
import { type Fact, NOT_STATED, stated } from '../../model/fact.ts';
import type { Party, PartyRole } from '../../model/record/record.ts';
import { concept } from '../concept.ts';
import { claims } from '../context.ts';
import { filled } from '../filled.ts';
import { uniqueKeys } from '../id.ts';
import { organization, organizationId } from '../organization.ts';
import { practitioner, practitionerId } from '../practitioner.ts';
import { contactDetail, reach } from './contact.ts';
import type { RecordContext } from './context.ts';
import { worded } from './said.ts';

/** https://hl7.org/fhir/R5/valueset-research-study-party-role.html, else the text of a role it has no code for. */
const ROLES: Readonly<Record<PartyRole, readonly [code: string | undefined, text: string]>> = {
  'lead-sponsor': ['lead-sponsor', 'lead-sponsor'],
  collaborator: ['collaborator', 'collaborator'],
  funder: ['funding-source', 'funding-source'],
  'responsible-party': [undefined, 'responsible party'],
  'principal-investigator': ['primary-investigator', 'primary-investigator'],
  'study-director': ['study-director', 'study-director'],
  'study-chair': ['study-chair', 'study-chair'],
  'sub-investigator': ['sub-investigator', 'sub-investigator'],
  contact: ['general-contact', 'general-contact'],
  'results-contact': [undefined, 'results contact'],
  'ethics-committee': ['irb', 'Institutional Review Board'],
};

/** Registries' classes of organisations that R5's list has a code for: https://hl7.org/fhir/R5/valueset-research-study-party-organization-type.html */
const CLASSES: ReadonlyMap<string, readonly [code: string, display: string]> = new Map([
  ['INDUSTRY', ['industry', 'Industry']],
  ['NIH', ['nih', 'NIH']],
  ['FED', ['government', 'Government']],
  ['U.S. FED', ['government', 'Government']],
  ['OTHER_GOV', ['government', 'Government']],
]);

/** The part that someone has in a study: https://hl7.org/fhir/R5/valueset-research-study-party-role.html */
export const roleConcept = (role: PartyRole): CodeableConcept => {
  const [code, text] = ROLES[role];
  return code === undefined ? { text } : concept('http://hl7.org/fhir/research-study-party-role', code, text);
};

const role = (context: RecordContext, fact: Fact<PartyRole>): CodeableConcept => ({
  ...context.on(fact),
  ...roleConcept(fact.value),
});

const classifier = (context: RecordContext, fact: Fact<string>): CodeableConcept => {
  const [code, display] = CLASSES.get(fact.value.toUpperCase()) ?? [];
  return worded(
    context,
    fact,
    code === undefined || display === undefined
      ? []
      : [{ system: 'http://hl7.org/fhir/research-study-party-organization-type', code, display }],
  );
};

const nameOf = ({ contact }: Party): string => stated(contact.name) ?? '';

/** Whether a party is more than a name: somebody's affiliation, position or telephone stand in a role. */
const hasRole = (context: RecordContext, { kind, contact }: Party): boolean =>
  (kind === 'person' || contact.name === NOT_STATED) &&
  (contact.affiliation !== NOT_STATED || contact.role !== NOT_STATED || reach(context, contact).length > 0);

const roleIds = (context: RecordContext): ReadonlyMap<Party, string> =>
  new Map(
    [
      ...uniqueKeys(context.record.parties, [
        (party) => `${party.role.value} ${nameOf(party)}`,
        ({ contact }) => stated(contact.affiliation) ?? '',
      ]),
    ].map(([party, key]) => [
      party,
      context.makeId(nameOf(party) || party.role.value, ['PractitionerRole', key]),
    ]),
  );

const person = (context: RecordContext, { kind, contact: { name } }: Party): Reference | undefined =>
  kind === 'person' && name !== NOT_STATED
    ? { reference: `Practitioner/${practitionerId(context, name.value)}` }
    : undefined;

const partyReference = (
  context: RecordContext,
  party: Party,
  ids: ReadonlyMap<Party, string>,
): Reference | undefined => {
  const { kind, contact } = party;
  if (hasRole(context, party)) return { reference: `PractitionerRole/${ids.get(party)}` };
  if (kind === 'organisation' && contact.name !== NOT_STATED)
    return { reference: `Organization/${organizationId(context, contact.name.value)}` };
  return person(context, party);
};

/** Who takes part: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.associatedParty */
export const associatedParties = (
  context: RecordContext,
): { associatedParty?: ResearchStudyAssociatedParty[] } => {
  const ids = roleIds(context);
  return filled(
    'associatedParty',
    context.record.parties.map((party) => {
      const reference = partyReference(context, party, ids);
      return {
        ...context.primitive('name', party.contact.name),
        role: role(context, party.role),
        ...(party.class !== NOT_STATED && { classifier: [classifier(context, party.class)] }),
        ...(reference && { party: reference }),
      };
    }),
  );
};

/** The parties of a kind, those of the same name together. */
const named = (parties: readonly Party[], kind: Party['kind']) =>
  [
    ...Map.groupBy(
      parties.filter((party) => party.kind === kind && nameOf(party) !== ''),
      nameOf,
    ),
  ].map(([name, same]) => ({ name, same, places: same.map(({ contact }) => contact.name) }));

const practitionerRole = (context: RecordContext, party: Party, id: string): PractitionerRole => {
  const { affiliation, role: position } = party.contact;
  const practitioner = person(context, party);
  const told = [nameOf(party), stated(position), stated(affiliation)].filter(Boolean).join(', ');
  return {
    resourceType: 'PractitionerRole',
    id,
    ...claims('trial-practitioner-role'),
    ...narrative(paragraph(told || ROLES[party.role.value][1])),
    ...(practitioner && { practitioner }),
    ...(affiliation !== NOT_STATED && { organization: context.primitive('display', affiliation) }),
    ...(position !== NOT_STATED && { code: [worded(context, position)] }),
    ...filled('contact', reach(context, party.contact)),
  };
};

/** The organisations and people of a record: https://hl7.org/fhir/R5/practitionerrole.html */
export const parties = (
  context: RecordContext,
): readonly (Organization | Practitioner | PractitionerRole)[] => {
  const { parties: all } = context.record;
  const ids = roleIds(context);
  return [
    ...named(all, 'organisation').map(({ name, places, same }) => ({
      ...organization(context, name, places),
      ...filled(
        'contact',
        same.flatMap(({ contact }) => contactDetail(context, { ...contact, name: NOT_STATED })),
      ),
    })),
    ...named(all, 'person').map(({ name, places }) =>
      practitioner(context, { text: name, family: '', given: [] }, places),
    ),
    ...all
      .filter((party) => hasRole(context, party))
      .map((party) => practitionerRole(context, party, ids.get(party) ?? '')),
  ];
};
