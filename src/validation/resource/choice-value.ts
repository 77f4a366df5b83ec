import { asObject } from '../instance.ts';

/** A value of a choice of types, with its type's name. */
export interface ChoiceValue {
  readonly type: string;
  readonly value: unknown;
}

/** Names of primitive types in the names of properties: `valueDateTime`. */
const uncapitalised = (suffix: string): string => suffix.charAt(0).toLowerCase() + suffix.slice(1);

const COMPLEX = /^(?:Attachment|CodeableConcept|Coding|Expression|Quantity|Reference)$/;

/** The value of a choice such as `answer[x]` of a resource's JSON: https://hl7.org/fhir/R5/json.html */
export const choiceValue = (holder: object, choice: string): ChoiceValue | undefined => {
  for (const [key, value] of Object.entries(holder)) {
    const suffix = key.slice(choice.length);
    if (!key.startsWith(choice) || !/^[A-Z]/.test(suffix)) continue;
    return { type: COMPLEX.test(suffix) ? suffix : uncapitalised(suffix), value };
  }
  return undefined;
};

/** Whether two values are the same answer: codings by system and code, quantities by number and unit. */
export const isSameChoice = (a: ChoiceValue, b: ChoiceValue): boolean => {
  if (a.type !== b.type) return false;
  const [one, other] = [asObject(a.value), asObject(b.value)];
  if (one === undefined || other === undefined) return a.value === b.value;
  switch (a.type) {
    case 'Coding':
      return one.system === other.system && one.code === other.code;
    case 'Quantity':
      return one.value === other.value && one.system === other.system && one.code === other.code;
    default:
      return one.reference === other.reference;
  }
};
