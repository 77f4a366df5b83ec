import { describe, expect, it } from 'vitest';
import { mark } from '../mapped.ts';
import { changed, mappedRecord, unmarked } from './mapped-record.ts';

const roles = (mapped: ReturnType<typeof mappedRecord>) =>
  mapped
    .one('ResearchStudy')
    .associatedParty!.map(({ role, name, classifier, party }) => [
      role.coding?.[0]?.code ?? role.text,
      name,
      classifier?.[0]?.coding?.[0]?.code ?? classifier?.[0]?.text,
      mapped.follow(party)?.resourceType,
    ]);

describe('who takes part', () => {
  it('are organisations and people in their roles', () => {
    expect(roles(mappedRecord())).toEqual([
      ['lead-sponsor', 'Hillside University', 'OTHER', 'Organization'],
      ['collaborator', 'Office of Fevers', 'government', 'Organization'],
      ['responsible party', 'Ada Quill', undefined, 'PractitionerRole'],
      ['primary-investigator', 'Ada Quill, MD', undefined, 'PractitionerRole'],
      ['general-contact', 'Ben Ode', undefined, 'PractitionerRole'],
      ['results contact', 'Ada Quill', undefined, 'PractitionerRole'],
    ]);
  });

  it('are people with position, affiliation and how to reach them', () => {
    const mapped = mappedRecord();
    const found = mapped.all('PractitionerRole').map((role) => ({
      name: (mapped.follow(role.practitioner) as { name?: { text?: string }[] }).name?.[0]?.text,
      at: role.organization?.display,
      as: role.code?.[0]?.text,
      by: role.contact?.flatMap(({ telecom = [] }) => telecom.map(({ value }) => value)),
    }));
    expect(found).toEqual([
      { name: 'Ada Quill', at: 'Hillside University', as: 'Professor', by: undefined },
      { name: 'Ada Quill, MD', at: 'Hillside University', as: undefined, by: undefined },
      { name: 'Ben Ode', at: undefined, as: undefined, by: ['555-0100', 'ode@hillside.example'] },
      {
        name: 'Ada Quill',
        at: 'Hillside University',
        as: undefined,
        by: ['555-0100', 'quill@hillside.example'],
      },
    ]);
  });

  it('of the same name are one resource, whose name points to all places', () => {
    const mapped = mappedRecord(
      changed('sponsorCollaboratorsModule', {
        collaborators: [{ name: 'Hillside University', class: 'INDUSTRY' }],
      }),
    );
    const { _name } = mapped.one('Organization', 'Hillside University');
    expect(mark(_name).documents).toHaveLength(2);
    const people = mapped.all('Practitioner').filter(({ name }) => name![0]!.text === 'Ada Quill');
    expect(people).toHaveLength(1);
    expect(mark(people[0]!.name![0]!._text).documents).toHaveLength(2);
  });

  it('have no resource where they are only a role', () => {
    const mapped = mappedRecord(
      changed('sponsorCollaboratorsModule', { responsibleParty: { type: 'SPONSOR' } }),
    );
    const [, , responsible] = mapped.one('ResearchStudy').associatedParty!;
    expect(unmarked(responsible)).toEqual({ role: { text: 'responsible party' } });
    expect(mark(responsible!.role).originalText).toEqual(['SPONSOR']);
  });

  it('can be reached without a name', () => {
    const mapped = mappedRecord(
      changed('contactsLocationsModule', {
        overallOfficials: [],
        centralContacts: [{ role: 'CONTACT', phone: '555-0199' }],
      }),
    );
    expect(roles(mapped)).toContainEqual(['general-contact', undefined, undefined, 'PractitionerRole']);
    expect(JSON.stringify(mapped.all('PractitionerRole'))).toContain('555-0199');
  });

  it('are organisations with an address and whom to ask for there', () => {
    const mapped = mappedRecord({}, ({ parties: [sponsor, ...others] }) => {
      const { contact } = sponsor!;
      const said = (value: string) => ({ ...(contact.name as object), value });
      const more = { address: said('1 Hill'), role: said('Secretary'), affiliation: said('Hill Group') };
      return { parties: [{ ...sponsor!, contact: { ...contact, ...more } }, ...others] };
    });
    const { contact } = mapped.one('Organization', 'Hillside University');
    expect(unmarked(contact)).toEqual([
      {
        purpose: { text: 'Secretary' },
        address: { text: '1 Hill' },
        organization: { display: 'Hill Group' },
      },
    ]);
  });
});
