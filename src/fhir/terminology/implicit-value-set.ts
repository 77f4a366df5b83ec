import type { ValueSet, ValueSetComposeInclude } from 'fhir/r5.js';

const SNOMED = /^(http:\/\/snomed\.info\/sct(?:\/[^?]*)?)\?fhir_vs(?:=(.*))?$/;
const LOINC = /^(http:\/\/loinc\.org)\/vs(?:\/(.+))?$/;

const snomedInclude = (which: string | undefined): Partial<ValueSetComposeInclude> => {
  if (which === undefined) return {};
  const [, kind] = /^(isa|refset|ecl)(?:\/|$)/.exec(which) ?? [];
  const value = which.slice(which.indexOf('/') + 1);
  switch (kind) {
    case 'isa':
      return { filter: [{ property: 'concept', op: 'is-a', value }] };
    case 'refset':
      return { filter: [{ property: 'concept', op: 'in', value }] };
    default:
      return { filter: [{ property: 'constraint', op: '=', value }] };
  }
};

/** The value set that a URL means by itself, without a resource: https://hl7.org/fhir/R5/snomedct.html#implicit, https://hl7.org/fhir/R5/loinc.html#alias */
export const implicitValueSet = (url: string): ValueSet | undefined => {
  const set = (include: ValueSetComposeInclude): ValueSet => ({
    resourceType: 'ValueSet',
    url,
    status: 'active',
    compose: { include: [include] },
  });
  const snomed = SNOMED.exec(url);
  if (snomed) return set({ system: 'http://snomed.info/sct', ...snomedInclude(snomed[2]) });
  const loinc = LOINC.exec(url);
  if (!loinc) return undefined;
  const [, system = '', answerList] = loinc;
  return set({
    system,
    ...(answerList && { filter: [{ property: 'ancestor', op: '=', value: answerList }] }),
  });
};
