import { type Fact, NOT_STATED } from '../../model/fact.ts';
import type { Contact, Party, PartyRole, Site } from '../../model/record/record.ts';
import { at, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { composed, firstStated, party, site, stated } from '../record-parts.ts';
import { said } from './words.ts';

const contactDetails = (node: Located | undefined): Partial<Contact> => ({
  address: said(node, 'address'),
  city: said(node, 'city'),
  postalCode: said(node, 'zip'),
  country: said(node, 'country'),
  phone: said(node, 'telephone'),
  email: said(node, 'email'),
});

const roleOf = (said: Fact<string> | undefined): PartyRole =>
  said !== undefined && /^(?:principal|chief) investigator$/i.test(said.value)
    ? 'principal-investigator'
    : 'contact';

/** The centres where the trial is done. */
export const sites = (node: Located | undefined): readonly Site[] =>
  oneOrMore(node, 'trialCentres.trialCentre').map((one) =>
    site({
      facility: said(one, 'name'),
      address: said(one, 'address'),
      city: said(one, 'city'),
      state: said(one, 'state'),
      postalCode: said(one, 'zip'),
      country: said(one, 'country'),
    }),
  );

/** Sponsors, funders, contacts and ethics committees. */
export const parties = (full: Located | undefined, trial: Located | undefined): readonly Party[] => [
  ...oneOrMore(full, 'sponsor').flatMap((one) =>
    party(
      'lead-sponsor',
      'organisation',
      { name: said(one, 'organisation'), ...contactDetails(at(one, 'contactDetails')) },
      firstStated(said(one, 'sponsorType'), said(one, 'commercialStatus')),
    ),
  ),
  ...oneOrMore(full, 'funder').flatMap((one) => party('funder', 'organisation', { name: said(one, 'name') })),
  ...oneOrMore(full, 'contact').flatMap((one) => {
    const [first, ...others] = [
      ...oneOrMore(one, 'contactTypes.contactType').flatMap((type) => stated(said(type))),
      ...stated(said(one, 'contactType')),
    ];
    const name = composed(said(one, 'title'), said(one, 'forename'), said(one, 'surname'));
    return [
      ...party(roleOf(first), 'person', {
        name,
        role: first ?? NOT_STATED,
        ...contactDetails(at(one, 'contactDetails')),
      }),
      ...others.flatMap((role) => party(roleOf(role), 'person', { name, role })),
    ];
  }),
  ...oneOrMore(trial, 'trialDescription.ethicsCommittees.ethicsCommittee').flatMap((one) =>
    party('ethics-committee', 'organisation', {
      name: said(one, 'committeeName'),
      ...contactDetails(at(one, 'contactDetails')),
    }),
  ),
];
