import { structureDefinition } from '../../../fhir/canonical.ts';
import type { Tree } from '../../../fhir/exact-tree.ts';
import { armTypeConcept } from '../../../mapping/concept.ts';
import { ARM_TYPES } from '../../../sources/clinicaltrials-gov/codes.ts';
import { ofType, type Study } from '../../study.ts';
import { at, type Cursor, cursorOf, type Form, items, textAt } from '../form.ts';
import { leading } from './leading.ts';
import { fillContact } from './people.ts';
import { stateWord } from './status.ts';
import { hasCode, wordsFor } from './word.ts';

const SECTION = 'protocolSection';

const armWord = wordsFor(ARM_TYPES, armTypeConcept);

const TYPES = ['DRUG', 'DEVICE', 'BIOLOGICAL', 'PROCEDURE', 'RADIATION', 'BEHAVIORAL', 'GENETIC'].concat([
  'DIETARY_SUPPLEMENT',
  'COMBINATION_PRODUCT',
  'DIAGNOSTIC_TEST',
  'OTHER',
]);

const fillIntervention = (definition: Tree, arms: readonly Cursor[], form: Form): void => {
  const from = cursorOf(definition);
  const name = at(from, 'title');
  if (form.holds(from) || name === undefined) return;
  const place = form.next(`${SECTION}.armsInterventionsModule.interventions`);
  const [topic] = items(from, 'topic');
  form.put(
    `${place}.type`,
    topic,
    TYPES.find((one) => one === textAt(topic, 'text')),
  );
  form.set(`${place}.name`, name);
  form.set(`${place}.description`, at(from, 'description'));
  for (const arm of arms) form.append(`${place}.armGroupLabels`, at(arm, 'title'));
};

/** Arms, and what is given or done in them. */
export const fillArms = (study: Study, from: Cursor, form: Form): void => {
  for (const arm of items(from, 'comparisonGroup')) {
    if (form.holds(arm) || at(arm, 'name') === undefined) continue;
    const place = form.next(`${SECTION}.armsInterventionsModule.armGroups`);
    form.set(`${place}.label`, at(arm, 'name'));
    form.put(`${place}.type`, at(arm, 'type'), armWord(at(arm, 'type')));
    form.set(`${place}.description`, at(arm, 'description'));
  }
  const arms = ofType(study, 'PlanDefinition').flatMap((plan) => items(cursorOf(plan), 'action'));
  for (const definition of ofType(study, 'ActivityDefinition'))
    fillIntervention(
      definition,
      arms.filter((arm) =>
        items(arm, 'action').some((one) => textAt(one, 'definitionCanonical') === definition.url),
      ),
      form,
    );
};

const OBJECTIVE = 'http://hl7.org/fhir/research-study-objective-type';

/** Outcomes as they are planned. */
export const fillOutcomes = (study: Study, from: Cursor, form: Form): void => {
  const leadingTo = leading(study);
  for (const outcome of items(from, 'outcomeMeasure')) {
    const name = at(outcome, 'name');
    if (form.holds(outcome) || name === undefined) continue;
    const [type] = items(outcome, 'type');
    const list = ['primary', 'secondary'].find((code) => hasCode(type, OBJECTIVE, code)) ?? 'other';
    const place = form.next(`${SECTION}.outcomesModule.${list}Outcomes`);
    form.set(`${place}.measure`, name);
    form.set(`${place}.description`, at(outcome, 'description'));
    const times = items(leadingTo(textAt(outcome, 'reference')), 'characteristic').flatMap((one) =>
      items(one, 'timeFromEvent'),
    );
    form.set(`${place}.timeFrame`, at(times[0], 'description'));
  }
};

const USAGE = 'http://terminology.hl7.org/CodeSystem/usage-context-type';
const GENDER = 'http://hl7.org/fhir/administrative-gender';

const SEXES = ['FEMALE', 'MALE'];

const BOUNDS: ReadonlyMap<string, string> = new Map([
  ['>=', 'minimumAge'],
  ['<=', 'maximumAge'],
]);

/** The registry's words for UCUM's units of time. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['a', 'Years'],
  ['mo', 'Months'],
  ['wk', 'Weeks'],
  ['d', 'Days'],
  ['h', 'Hours'],
  ['min', 'Minutes'],
]);

/** Who may take part, in the source's words. */
export const fillEligibility = (study: Study, from: Cursor, form: Form): void => {
  const module = `${SECTION}.eligibilityModule`;
  const criteria = leading(study)(textAt(from, 'recruitment.eligibility'));
  form.set(`${module}.eligibilityCriteria`, at(criteria, 'description'));
  for (const criterion of items(criteria, 'characteristic')) {
    const definition = at(criterion, 'definitionByTypeAndValue');
    const quantity = at(definition, 'valueQuantity');
    const bound = BOUNDS.get(textAt(quantity, 'comparator') ?? '');
    const unit = UNITS.get(textAt(quantity, 'code') ?? '');
    if (bound !== undefined && unit !== undefined && hasCode(at(definition, 'type'), USAGE, 'age'))
      form.put(`${module}.${bound}`, quantity, `${textAt(quantity, 'value')} ${unit}`);
    const sex = at(definition, 'valueCodeableConcept');
    form.put(
      `${module}.sex`,
      sex,
      SEXES.find((one) => hasCode(sex, GENDER, one.toLowerCase())),
    );
  }
};

const SITE_STATE = structureDefinition('site-state');

/** Where the study is done, and how far it is there. */
export const fillLocations = (study: Study, from: Cursor, form: Form): void => {
  for (const site of items(from, 'site')) {
    const location = leading(study)(textAt(site, 'reference'));
    const state = items(site, 'extension').find((one) => textAt(one, 'url') === SITE_STATE);
    if (location === undefined || form.holds(location) || form.holds(site)) continue;
    const place = form.next(`${SECTION}.contactsLocationsModule.locations`);
    form.set(`${place}.facility`, at(location, 'name'));
    const status = at(state, 'valueCodeableConcept');
    form.put(`${place}.status`, status, stateWord(status));
    form.set(`${place}.city`, at(location, 'address.city'));
    form.set(`${place}.state`, at(location, 'address.state'));
    form.set(`${place}.zip`, at(location, 'address.postalCode'));
    form.set(`${place}.country`, at(location, 'address.country'));
    for (const contact of items(location, 'contact')) fillContact(`${place}.contacts`, contact, form);
  }
};

/** What is cited, and where there is more to read. */
export const fillReferences = (from: Cursor, form: Form): void => {
  for (const related of items(from, 'relatedArtifact')) {
    if (form.holds(related)) continue;
    const isCited = textAt(related, 'type') === 'citation';
    const said = at(related, isCited ? 'citation' : 'document.url');
    if (said === undefined) continue;
    const place = form.next(`${SECTION}.referencesModule.${isCited ? 'references' : 'seeAlsoLinks'}`);
    form.set(`${place}.${isCited ? 'citation' : 'url'}`, said);
    if (!isCited) form.set(`${place}.label`, at(related, 'display'));
  }
};
