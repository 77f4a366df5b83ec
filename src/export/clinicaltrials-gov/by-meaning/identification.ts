import { REGISTRY_SYSTEMS } from '../../../mapping/identifier-systems.ts';
import { at, type Cursor, type Form, items, textAt } from '../form.ts';
import { hasCode } from './word.ts';

const MODULE = 'protocolSection.identificationModule';

const TITLES = 'http://hl7.org/fhir/title-type';

/** The registry's words for the numbers of others. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ...Object.values(REGISTRY_SYSTEMS).map((system) => [system, 'REGISTRY'] as const),
  [REGISTRY_SYSTEMS.EudraCT, 'EUDRACT_NUMBER'],
  [REGISTRY_SYSTEMS.CTIS, 'CTIS'],
]);

/** Numbers and titles. */
export const fillIdentification = (study: Cursor, form: Form): void => {
  for (const identifier of items(study, 'identifier')) {
    const value = at(identifier, 'value');
    const system = textAt(identifier, 'system');
    if (form.holds(identifier)) continue;
    if (system === REGISTRY_SYSTEMS.NCT) {
      if (form.values.has(`${MODULE}.nctId`)) form.append(`${MODULE}.nctIdAliases`, value);
      else form.set(`${MODULE}.nctId`, value);
      continue;
    }
    const place = form.next(`${MODULE}.secondaryIdInfos`);
    form.set(`${place}.id`, value);
    form.put(`${place}.type`, at(identifier, 'system'), TYPES.get(system ?? ''));
  }
  form.set(`${MODULE}.briefTitle`, at(study, 'title'));
  const label = (code: string) => items(study, 'label').find((one) => hasCode(at(one, 'type'), TITLES, code));
  form.set(`${MODULE}.officialTitle`, at(label('official'), 'value'));
  form.set(`${MODULE}.acronym`, at(label('acronym'), 'value'));
};
