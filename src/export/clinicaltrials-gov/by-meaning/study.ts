import { ofType, type Study } from '../../study.ts';
import { cursorOf, type Form } from '../form.ts';
import { fillIdentification } from './identification.ts';

/** Fills in what the study says and no record has said in this form; what is not stated stays open. */
export const fillByMeaning = (study: Study, form: Form): void => {
  const [resource] = ofType(study, 'ResearchStudy');
  if (resource === undefined) return;
  const from = cursorOf(resource);
  fillIdentification(from, form);
};
