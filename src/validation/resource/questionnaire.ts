import type { Questionnaire, QuestionnaireItem } from 'fhir/r5.js';
import { findCanonical } from '../find-canonical.ts';
import { patternMismatches } from '../pattern.ts';
import type { Check } from '../run.ts';

const DERIVATION = 'http://hl7.org/fhir/StructureDefinition/questionnaire-derivationType';

/** Items by their linkId, wherever they stand. */
const itemsOf = (items: readonly QuestionnaireItem[] | undefined): ReadonlyMap<string, QuestionnaireItem> =>
  new Map((items ?? []).flatMap((item) => [[item.linkId, item] as const, ...itemsOf(item.item)]));

type Derivation = 'compliesWith' | 'extends';

/** Checks that the questions of a questionnaire are as those it is derived from let them be: https://hl7.org/fhir/R5/questionnaire.html#derivation */
export const checkQuestionnaire = ({ run, instance }: Check): void => {
  const questionnaire = instance.value as Questionnaire;
  const derived = Array.isArray(questionnaire.derivedFrom) ? questionnaire.derivedFrom : [];
  for (const [index, url] of derived.entries()) {
    const kind = questionnaire._derivedFrom?.[index]?.extension?.find((one) => one.url === DERIVATION)
      ?.valueCoding?.code;
    const base = findCanonical(run, 'Questionnaire', url);
    if ((kind !== 'compliesWith' && kind !== 'extends') || base?.resourceType !== 'Questionnaire') continue;
    checkItems({ run, instance }, questionnaire.item, '', itemsOf(base.item), kind);
  }
};

const checkItems = (
  { run, instance }: Pick<Check, 'run' | 'instance'>,
  items: readonly QuestionnaireItem[] | undefined,
  place: string,
  base: ReadonlyMap<string, QuestionnaireItem>,
  kind: Derivation,
): void => {
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    const at = `${place}.item[${index}]`;
    const issue = (text: string, below = ''): void =>
      run.report(
        { severity: 'error', code: 'business-rule', rule: 'questionnaire-derivation', text },
        instance,
        undefined,
        at + below,
      );
    const same = base.get(item.linkId);
    if (same === undefined) {
      if (kind === 'compliesWith') issue(`The base questionnaire has no item ${item.linkId}`);
    } else {
      if (item.type !== same.type) issue(`${item.linkId} is of type ${same.type} in the base`, '.type');
      if (item.repeats && !same.repeats) issue(`${item.linkId} does not repeat in the base`, '.repeats');
      if (same.required && !item.required) issue(`${item.linkId} is required in the base`, '.required');
      for (const [place, option] of (same.answerOption ? (item.answerOption ?? []) : []).entries()) {
        if (same.answerOption?.some((one) => patternMismatches(option, one).length === 0)) continue;
        issue(`${item.linkId} has not this answer in the base`, `.answerOption[${place}]`);
      }
    }
    checkItems({ run, instance }, item.item, at, base, kind);
  }
};
