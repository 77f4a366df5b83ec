import { type Fact, NOT_STATED } from '../../model/fact.ts';
import type { Party, Site } from '../../model/record/record.ts';
import { at, coded, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES } from '../progress-state.ts';
import { composed, contact, firstStated, isContact, merged, party, site, stated } from '../record-parts.ts';
import { type Application, each, said } from './application.ts';

/** Sponsors with those who answer for them, and who pays. */
export const parties = ({ partI, information }: Application): readonly Party[] => [
  ...oneOrMore(partI, 'sponsors').flatMap((one, index) => {
    const [address] = oneOrMore(one, 'addresses');
    const isPrimary = at(one, 'primary')?.words ?? String(index === 0);
    return [
      ...party(
        isPrimary === 'true' ? 'lead-sponsor' : 'collaborator',
        'organisation',
        { name: said(one, 'organisation.name'), address: said(address, 'address.oneLine') },
        firstStated(said(one, 'organisation.type'), said(one, 'commercial')),
      ),
      ...['publicContacts', 'scientificContacts'].flatMap((path) =>
        oneOrMore(one, path).flatMap((person) =>
          party('contact', 'person', {
            name: said(person, 'functionalName'),
            role: said(person, 'type'),
            affiliation: said(person, 'organisation.name'),
            phone: said(person, 'telephone'),
            email: said(person, 'functionalEmailAddress'),
          }),
        ),
      ),
    ];
  }),
  ...oneOrMore(information, 'sourceOfMonetarySupport').flatMap((one) =>
    party('funder', 'organisation', { name: said(one, 'organisationName') }),
  ),
];

/** The trial in each member state, and each of its sites there. */
export const sites = (partsII: readonly Located[]): readonly Site[] =>
  partsII.flatMap((part) => {
    const country = firstStated(said(part, 'mscInfo.countryName'), said(part, 'mscInfo.mscName'));
    const status = coded(part, 'mscInfo.trialStatus', PROGRESS_STATES);
    return [
      ...(status !== NOT_STATED && country !== NOT_STATED ? [site({ country, status })] : []),
      ...oneOrMore(part, 'trialSites').map((one) => {
        const place = at(one, 'organisationAddressInfo');
        const person = contact({
          name: composed(said(one, 'personInfo.firstName'), said(one, 'personInfo.lastName')),
          affiliation: said(one, 'departmentName'),
          phone: firstStated(said(one, 'personInfo.telephone'), said(place, 'phone')),
          email: firstStated(said(one, 'personInfo.email'), said(place, 'email')),
        });
        return site({
          facility: said(place, 'organisation.name'),
          city: said(place, 'address.city'),
          postalCode: said(place, 'address.postcode'),
          country: said(place, 'address.countryName'),
          contacts: isContact(person) ? [person] : [],
        });
      }),
    ];
  });

/** Where the trial is done, each country once. */
export const countries = ({ root, partI, partsII }: Application): readonly Fact<string>[] =>
  merged([
    ...partsII.flatMap((part) =>
      stated(firstStated(said(part, 'mscInfo.countryName'), said(part, 'mscInfo.mscName'))),
    ),
    ...[
      ...each(root, 'authorizedApplication.memberStatesConcerned', 'mscName'),
      ...each(root, 'memberStatesConcerned', 'mscName'),
    ],
    ...each(partI, 'rowCountriesInfo', 'name'),
  ]);
