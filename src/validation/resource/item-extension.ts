import type { Extension, QuestionnaireItem } from 'fhir/r5.js';
import { choiceValue } from './choice-value.ts';

const BASES = ['http://hl7.org/fhir/StructureDefinition/', 'http://hl7.org/fhir/uv/sdc/StructureDefinition/'];

/** The values of an extension of a questionnaire's item, by the last part of its url: `minValue`, `questionnaire-unitOption`. */
export const extensionValues = (
  { extension = [] }: { readonly extension?: readonly Extension[] | undefined },
  name: string,
): readonly unknown[] =>
  extension
    .filter(({ url }) => BASES.some((base) => url === base + name))
    .flatMap((one) => choiceValue(one, 'value')?.value ?? []);

/** The value of an extension that an item has once at most. */
export const extensionValue = (item: QuestionnaireItem, name: string): unknown =>
  extensionValues(item, name)[0];
