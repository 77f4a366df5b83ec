import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Contact, Party, PartyRole, Site } from '../../model/record/record.ts';
import { factOf, text } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { concluded, contact, firstStated, isContact, merged, party, site, stated } from '../record-parts.ts';
import { CONTACT_ROLES, OFFICIAL_ROLES, RESPONSIBLE, STATES } from './codes.ts';
import type { Dialect } from './dialect.ts';

/** The older XML has names in parts; put together they are the name as the registry shows it. */
const olderName = (node: Located): Stated<string> => {
  const parts = ['first_name', 'middle_name', 'last_name'].flatMap((name) => node.members.get(name) ?? []);
  const degrees = (node.members.get('degrees') ?? []).filter(({ words }) => words !== '');
  const named = parts.filter(({ words }) => words !== '');
  const [only, ...others] = [...named, ...degrees];
  if (only === undefined || named.length === 0) return NOT_STATED;
  if (others.length === 0) return text(only);
  const name = named.map(({ words }) => words).join(' ');
  const whole = [name, ...degrees.map(({ words }) => words)].join(', ');
  return factOf(only, whole, 'derived');
};

const nameOf = (dialect: Dialect, node: Located): Stated<string> =>
  dialect.format === 'xml' ? olderName(node) : dialect.text(node, 'personName');

/** How someone can be reached, without the role. */
const reached = (dialect: Dialect, node: Located): Omit<Contact, 'role'> => ({
  name: nameOf(dialect, node),
  affiliation: dialect.text(node, 'personAffiliation'),
  address: NOT_STATED,
  phone: dialect.text(node, 'personPhone'),
  phoneExtension: dialect.text(node, 'personPhoneExtension'),
  email: dialect.text(node, 'personEmail'),
});

const official = (dialect: Dialect, node: Located): readonly Party[] =>
  stated(dialect.coded(node, 'personRole', OFFICIAL_ROLES)).map((role) => ({
    role,
    kind: 'person',
    class: NOT_STATED,
    contact: contact(reached(dialect, node)),
  }));

const sponsor = (dialect: Dialect, role: PartyRole, node: Located | undefined): readonly Party[] =>
  party(
    role,
    'organisation',
    { name: dialect.text(node, 'sponsorName') },
    dialect.text(node, 'sponsorName') === NOT_STATED ? NOT_STATED : dialect.word(node, 'sponsorClass'),
  );

const responsible = (dialect: Dialect, root: Located): readonly Party[] => {
  const name = firstStated(dialect.text(root, 'responsibleName'), dialect.text(root, 'responsibleOldName'));
  const affiliation = firstStated(
    dialect.text(root, 'responsibleAffiliation'),
    dialect.text(root, 'responsibleOldOrganisation'),
  );
  const who = contact({ name, role: dialect.text(root, 'responsibleTitle'), affiliation });
  const said: Stated<unknown> = firstStated<unknown>(name, affiliation);
  const role: Stated<PartyRole> = firstStated(
    dialect.coded(root, 'responsibleType', RESPONSIBLE),
    said === NOT_STATED ? NOT_STATED : concluded(said, 'responsible-party'),
  );
  return stated(role).map((one) => ({
    role: one,
    kind: name === NOT_STATED ? 'organisation' : 'person',
    class: NOT_STATED,
    contact: who,
  }));
};

/** The contacts of the older XML, which stand under names of their own and have no word for their role. */
const OLDER_CONTACTS = ['overall_contact', 'overall_contact_backup'];
const OLDER_SITE_CONTACTS = ['contact', 'contact_backup', 'investigator'];

const olderContacts = (node: Located, names: readonly string[]): readonly Located[] =>
  names.flatMap((name) => node.members.get(name) ?? []);

const centralContact = (dialect: Dialect, node: Located): readonly Party[] => {
  const role = dialect.coded(node, 'personRole', CONTACT_ROLES);
  const known = reached(dialect, node);
  return role === NOT_STATED
    ? party('contact', 'person', known)
    : [{ role, kind: 'person', class: NOT_STATED, contact: contact(known) }];
};

/** Everyone who takes part in the trial, but for its sites. */
export const parties = (dialect: Dialect, root: Located): readonly Party[] => [
  ...sponsor(dialect, 'lead-sponsor', dialect.at(root, 'leadSponsor')),
  ...dialect.list(root, 'collaborators').flatMap((node) => sponsor(dialect, 'collaborator', node)),
  ...responsible(dialect, root),
  ...dialect.list(root, 'officials').flatMap((node) => official(dialect, node)),
  ...(dialect.format === 'xml'
    ? olderContacts(root, OLDER_CONTACTS)
    : dialect.list(root, 'centralContacts')
  ).flatMap((node) => centralContact(dialect, node)),
  ...party('results-contact', 'person', {
    name: dialect.text(root, 'resultsContactName'),
    affiliation: dialect.text(root, 'resultsContactOrganisation'),
    phone: dialect.text(root, 'resultsContactPhone'),
    phoneExtension: dialect.text(root, 'resultsContactPhoneExtension'),
    email: dialect.text(root, 'resultsContactEmail'),
  }),
];

const siteContact = (dialect: Dialect, node: Located): readonly Contact[] => {
  const known = reached(dialect, node);
  const role = dialect.word(node, 'personRole');
  const said: Stated<string> =
    role === NOT_STATED && dialect.format === 'xml' && known.name !== NOT_STATED
      ? concluded(known.name, 'CONTACT')
      : role;
  const one = contact({ ...known, role: said });
  return isContact(one) ? [one] : [];
};

/** Where the trial takes place. */
export const sites = (dialect: Dialect, root: Located): readonly Site[] =>
  dialect.list(root, 'locations').map((node) =>
    site({
      facility: dialect.text(node, 'facility'),
      city: dialect.text(node, 'city'),
      state: dialect.text(node, 'state'),
      postalCode: dialect.text(node, 'zip'),
      country: dialect.text(node, 'country'),
      latitude: dialect.text(node, 'latitude'),
      longitude: dialect.text(node, 'longitude'),
      status: dialect.coded(node, 'siteStatus', STATES),
      contacts: (dialect.format === 'xml'
        ? olderContacts(node, OLDER_SITE_CONTACTS)
        : dialect.list(node, 'siteContacts')
      ).flatMap((one) => siteContact(dialect, one)),
    }),
  );

/** The countries of the sites, each once, with all the places that name it. */
export const countries = (all: readonly Site[], listed: readonly Fact<string>[]): readonly Fact<string>[] =>
  merged([...all.flatMap(({ country }) => stated(country)), ...listed]);
