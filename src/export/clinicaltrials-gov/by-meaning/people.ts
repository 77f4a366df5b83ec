import { roleConcept } from '../../../mapping/record/party.ts';
import { OFFICIAL_ROLES } from '../../../sources/clinicaltrials-gov/codes.ts';
import type { Study } from '../../study.ts';
import { at, type Cursor, type Form, items, textAt } from '../form.ts';
import { leading } from './leading.ts';
import { hasCode, wordsFor } from './word.ts';

const MODULE = 'protocolSection.contactsLocationsModule';

const PARTY = 'http://hl7.org/fhir/research-study-party-role';

const officialWord = wordsFor(OFFICIAL_ROLES, roleConcept);

const telecom = (contact: Cursor | undefined, system: string): Cursor | undefined =>
  at(
    items(contact, 'telecom').find((one) => textAt(one, 'system') === system),
    'value',
  );

/** Whom to ask, at the end of a list of contacts; nobody without a name. */
export const fillContact = (
  list: string,
  contact: Cursor | undefined,
  form: Form,
  name = at(items(contact, 'name')[0], 'text'),
): void => {
  if (name === undefined || form.holds(name)) return;
  const place = form.next(list);
  form.set(`${place}.name`, name);
  form.set(`${place}.phone`, telecom(contact, 'phone'));
  form.set(`${place}.email`, telecom(contact, 'email'));
};

/** Who answers for the study, and whom to ask about it. */
export const fillPeople = (study: Study, from: Cursor, form: Form): void => {
  for (const party of items(from, 'associatedParty')) {
    const [role, name] = [at(party, 'role'), at(party, 'name')];
    const word = officialWord(role);
    if (name === undefined || form.holds(party)) continue;
    const position = leading(study)(textAt(party, 'party.reference'));
    if (word !== undefined) {
      const place = form.next(`${MODULE}.overallOfficials`);
      form.set(`${place}.name`, name);
      form.set(`${place}.affiliation`, at(position, 'organization.display'));
      form.put(`${place}.role`, role, word);
    } else if (hasCode(role, PARTY, 'general-contact'))
      fillContact(`${MODULE}.centralContacts`, items(position, 'contact')[0], form, name);
  }
};
