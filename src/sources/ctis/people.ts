import { type Fact, NOT_STATED } from '../../model/fact.ts';
import type { Contact, Party, Site } from '../../model/record/record.ts';
import { at, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES, progressIn } from '../progress-state.ts';
import { composed, contact, firstStated, isContact, merged, party, site, stated } from '../record-parts.ts';
import { type Application, each, memberStates, said } from './application.ts';

const LINES = ['addressLine1', 'addressLine2', 'addressLine3', 'addressLine4'];

const addressOf = (place: Located | undefined): Partial<Contact> => {
  const address = at(place, 'address');
  return {
    address: firstStated(said(address, 'oneLine'), composed(...LINES.map((line) => said(address, line)))),
    city: said(address, 'city'),
    postalCode: said(address, 'postcode'),
    country: said(address, 'countryName'),
  };
};

const reachedAt = (place: Located | undefined): Partial<Contact> => ({
  phone: said(place, 'phone'),
  email: said(place, 'email'),
});

const sponsorsOf = ({ root, partI }: Application): readonly Located[] => {
  const [inPartI, primary] = [oneOrMore(partI, 'sponsors'), at(root, 'primarySponsor')];
  return inPartI.length > 0 ? inPartI : [...(primary ? [primary] : []), ...oneOrMore(root, 'coSponsors')];
};

/** Whom authorities of the Union ask, where the sponsor is from elsewhere. */
const unionContact = (node: Located | undefined): readonly Party[] => {
  const person = at(node, 'person');
  return party('contact', 'person', {
    name: composed(said(person, 'firstName'), said(person, 'lastName')),
    phone: said(person, 'telephone'),
    email: said(person, 'email'),
    ...addressOf(person),
  });
};

/** Sponsors with those who answer for them, and who pays. */
export const parties = (application: Application): readonly Party[] => [
  ...sponsorsOf(application).flatMap((one, index) => {
    const [place] = oneOrMore(one, 'addresses');
    const isPrimary = at(one, 'primary')?.words ?? String(index === 0);
    return [
      ...party(
        isPrimary === 'true' ? 'lead-sponsor' : 'collaborator',
        'organisation',
        { name: said(one, 'organisation.name'), ...addressOf(place), ...reachedAt(place) },
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
      ...unionContact(at(one, 'contactPointForUnion')),
    ];
  }),
  ...oneOrMore(application.information, 'sourceOfMonetarySupport').flatMap((one) =>
    party('funder', 'organisation', { name: said(one, 'organisationName') }),
  ),
];

/** The trial in each member state, at all places that tell of it there alike. */
const states = (application: Application): readonly Site[] => {
  const told = memberStates(application).flatMap(({ name, node }) =>
    stated(said(node, 'trialStatus')).map((status) => ({ name, status })),
  );
  return [...Map.groupBy(told, ({ name }) => name.value).values()].flatMap((same) => {
    const { state, progress = [] } = progressIn(PROGRESS_STATES, ...same.map(({ status }) => status));
    const [country] = merged(same.map(({ name }) => name));
    return country
      ? [
          site({
            country,
            status: state,
            ...(state === NOT_STATED && { statusWords: progress[0] ?? NOT_STATED }),
          }),
        ]
      : [];
  });
};

/** The trial in each member state, and each of its sites there. */
export const sites = (application: Application): readonly Site[] => [
  ...states(application),
  ...application.partsII.flatMap((part) =>
    oneOrMore(part, 'trialSites').map((one) => {
      const place = at(one, 'organisationAddressInfo');
      const person = contact({
        name: composed(said(one, 'personInfo.firstName'), said(one, 'personInfo.lastName')),
        affiliation: said(one, 'departmentName'),
        phone: firstStated(said(one, 'personInfo.telephone'), said(place, 'phone')),
        email: firstStated(said(one, 'personInfo.email'), said(place, 'email')),
      });
      return site({
        facility: said(place, 'organisation.name'),
        ...addressOf(place),
        contacts: isContact(person) ? [person] : [],
      });
    }),
  ),
];

/** Where the trial is done, each country once. */
export const countries = (application: Application): readonly Fact<string>[] =>
  merged([
    ...memberStates(application).map(({ name }) => name),
    ...each(application.partI, 'rowCountriesInfo', 'name'),
  ]);
