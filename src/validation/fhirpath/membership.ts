import { asObject, asString } from '../instance.ts';
import type { Run } from '../run.ts';

/** Whether codes, Codings or CodeableConcepts are in a value set that is at hand; otherwise nothing: https://hl7.org/fhir/R5/fhirpath.html#fn-memberOf */
export const membership = (values: readonly unknown[], valueSet: string, run: Run): boolean | undefined => {
  const answers = values.flatMap((value) => {
    const { coding, system, code } = asObject(value) ?? { code: value };
    const codings: readonly unknown[] = Array.isArray(coding) ? coding : [{ system, code }];
    return codings.map((one) => {
      const { system: of, code: member } = asObject(one) ?? {};
      return run.terminology.isMember(valueSet, asString(of), String(member));
    });
  });
  if (answers.includes('yes')) return true;
  return answers.length === 0 || answers.includes('unknown') ? undefined : false;
};
