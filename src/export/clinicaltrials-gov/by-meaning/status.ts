import { wordsOf } from '../../../fhir/words.ts';
import { stateConcept } from '../../../mapping/record/progress.ts';
import { STATES } from '../../../sources/clinicaltrials-gov/codes.ts';
import { at, type Cursor, type Form, items, textAt } from '../form.ts';
import { hasCode, wordsFor } from './word.ts';

const MODULE = 'protocolSection.statusModule';

const STATUS = 'http://hl7.org/fhir/research-study-status';
const ACTIVITY = 'http://hl7.org/fhir/research-study-registration-activity';

/** The registry's word for a state. */
export const stateWord = wordsFor(STATES, stateConcept);

const setDate = (form: Form, path: string, date: Cursor | undefined, actual: Cursor | undefined): void => {
  const words = wordsOf(actual?.value);
  form.set(`${path}.date`, date);
  form.put(`${path}.type`, actual, words === 'true' ? 'ACTUAL' : words === 'false' ? 'ESTIMATED' : undefined);
};

/** How far the study is, and when it begins and ends; what other registries did when is none of this one's. */
export const fillStatus = (study: Cursor, form: Form): void => {
  const progress = items(study, 'progressStatus');
  const states = progress.map((one) => at(one, 'state'));
  const state = states.find((one) => !hasCode(one, STATUS, 'overall-study') && stateWord(one) !== undefined);
  form.put(`${MODULE}.overallStatus`, state, stateWord(state));
  const why = at(study, 'whyStopped.text');
  form.set(`${MODULE}.whyStopped`, why);
  for (const [name, end] of [
    ['startDateStruct', 'start'],
    ['completionDateStruct', 'end'],
  ] as const) {
    const overall = progress.find(
      (one) => hasCode(at(one, 'state'), STATUS, 'overall-study') && at(one, `period.${end}`) !== undefined,
    );
    const date = at(overall, `period.${end}`) ?? at(study, `period.${end}`);
    setDate(form, `${MODULE}.${name}`, date, at(overall, 'actual'));
  }
  for (const registration of items(study, 'extension')) {
    const part = (url: string) => items(registration, 'extension').find((one) => textAt(one, 'url') === url);
    const activity = at(part('activity'), 'valueCodeableConcept');
    if (!hasCode(activity, ACTIVITY, 'primary-outcome-data-collection')) continue;
    const date = at(part('period'), 'valuePeriod.start');
    setDate(form, `${MODULE}.primaryCompletionDateStruct`, date, at(part('actual'), 'valueBoolean'));
  }
};
