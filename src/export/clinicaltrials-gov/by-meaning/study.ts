import { ofType, type Study } from '../../study.ts';
import { cursorOf, type Form } from '../form.ts';
import { fillDescription, fillSponsors } from './description.ts';
import { fillDesign } from './design.ts';
import { fillIdentification } from './identification.ts';
import { fillPeople } from './people.ts';
import { fillArms, fillEligibility, fillLocations, fillOutcomes, fillReferences } from './protocol.ts';
import { fillStatus } from './status.ts';

/** Fills in what the study says and no record has said in this form; what is not stated stays open. */
export const fillByMeaning = (study: Study, form: Form): void => {
  const [resource] = ofType(study, 'ResearchStudy');
  if (resource === undefined) return;
  const from = cursorOf(resource);
  fillIdentification(from, form);
  fillStatus(from, form);
  fillSponsors(from, form);
  fillDescription(from, form);
  fillDesign(from, form);
  fillArms(study, from, form);
  fillOutcomes(study, from, form);
  fillEligibility(study, from, form);
  fillPeople(study, from, form);
  fillLocations(study, from, form);
  fillReferences(from, form);
};
