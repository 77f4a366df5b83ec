import { at, type Cursor, type Form, items, textAt } from '../form.ts';
import { hasCode } from './word.ts';

const SECTION = 'protocolSection';

/** The registry's own terms stand elsewhere in its records: they are concluded from what is stated. */
const isTerm = (condition: Cursor): boolean =>
  items(condition, 'coding').some((one) => textAt(one, 'system') === 'https://www.nlm.nih.gov/mesh');

/** Summary, description, conditions and keywords. */
export const fillDescription = (study: Cursor, form: Form): void => {
  form.set(`${SECTION}.descriptionModule.briefSummary`, at(study, 'descriptionSummary'));
  form.set(`${SECTION}.descriptionModule.detailedDescription`, at(study, 'description'));
  for (const condition of items(study, 'condition'))
    if (!form.holds(condition) && !isTerm(condition))
      form.append(`${SECTION}.conditionsModule.conditions`, at(condition, 'text'));
  for (const keyword of items(study, 'keyword'))
    if (!form.holds(keyword)) form.append(`${SECTION}.conditionsModule.keywords`, at(keyword, 'text'));
};

const PARTY = 'http://hl7.org/fhir/research-study-party-role';

/** The registry's classes of organisations that R5 has a code for; a government's may be either of two. */
const CLASSES = ['INDUSTRY', 'NIH'];

const classOf = (party: Cursor): string | undefined => {
  const [classifier] = items(party, 'classifier');
  return CLASSES.find((word) =>
    hasCode(classifier, 'http://hl7.org/fhir/research-study-party-organization-type', word.toLowerCase()),
  );
};

/** Who is responsible, and who pays or helps. */
export const fillSponsors = (study: Cursor, form: Form): void => {
  const module = `${SECTION}.sponsorCollaboratorsModule`;
  for (const party of items(study, 'associatedParty')) {
    const role = at(party, 'role');
    const isLead = hasCode(role, PARTY, 'lead-sponsor');
    const helps = hasCode(role, PARTY, 'collaborator') || hasCode(role, PARTY, 'funding-source');
    const name = at(party, 'name');
    if (form.holds(party) || name === undefined || !(isLead || helps)) continue;
    // A record names one lead sponsor.
    if (isLead && form.values.has(`${module}.leadSponsor.name`)) continue;
    const place = isLead ? `${module}.leadSponsor` : form.next(`${module}.collaborators`);
    form.set(`${place}.name`, name);
    form.put(`${place}.class`, at(party, 'classifier'), classOf(party));
  }
};
