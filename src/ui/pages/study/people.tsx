import type {
  ContactPoint,
  ExtendedContactDetail,
  Organization,
  Practitioner,
  PractitionerRole,
  ResearchStudy,
  ResearchStudyAssociatedParty,
} from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { conceptText } from '../../fhir/concept.ts';
import type { Resources } from '../../fhir/resources.ts';
import { valueText } from '../../fhir/value-text.ts';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { studyTexts } from '../../texts/en/study.ts';

const texts = studyTexts.people;

type Party = Organization | Practitioner | PractitionerRole;

const contactsOf = (party: Party | undefined): readonly ContactPoint[] => {
  if (party === undefined) return [];
  const details: readonly ExtendedContactDetail[] = 'contact' in party ? (party.contact ?? []) : [];
  const own: readonly ContactPoint[] = 'telecom' in party ? (party.telecom ?? []) : [];
  return [...own, ...details.flatMap(({ telecom = [] }) => telecom)];
};

const personOf = (party: Party | undefined, resources: Resources): Practitioner | undefined => {
  if (party?.resourceType === 'Practitioner') return party;
  return party?.resourceType === 'PractitionerRole' ? resources.at(party.practitioner) : undefined;
};

const organizationOf = (party: Party | undefined, resources: Resources): string => {
  if (party?.resourceType === 'Organization') return party.name ?? '';
  if (party?.resourceType !== 'PractitionerRole') return '';
  return resources.at<Organization>(party.organization)?.name ?? party.organization?.display ?? '';
};

const PartyRow = ({
  party: { role, name, party },
  resources,
}: {
  party: ResearchStudyAssociatedParty;
  resources: Resources;
}): ComponentChild => {
  const found = resources.at<Party>(party);
  const organization = organizationOf(found, resources);
  const person = valueText(personOf(found, resources)?.name?.[0]) || (name === organization ? '' : name);
  return (
    <tr>
      <th scope="row">{conceptText(role).replaceAll('-', ' ')}</th>
      <td>{person}</td>
      <td>{organization}</td>
      <td>
        {contactsOf(found)
          .map(({ value }) => value)
          .join(', ')}
      </td>
    </tr>
  );
};

/** Who takes part in a study otherwise than as a participant. */
export const People = ({
  study,
  resources,
}: {
  study: ResearchStudy;
  resources: Resources;
}): ComponentChild => (
  <ScrollRegion label={texts.table}>
    <table class="panel">
      <ColumnHeads columns={[texts.role, texts.name, texts.organisation, texts.contact]} />
      <tbody>
        {study.associatedParty?.map((party, at) => (
          <PartyRow key={at} party={party} resources={resources} />
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);
