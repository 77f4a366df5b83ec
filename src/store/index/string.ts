import type { Address, HumanName, Narrative } from 'fhir/r5.js';
import { elements, type Found, items } from './found.ts';
import { plainText } from './plain-text.ts';

/** The strings of a value, each to be found by itself: https://hl7.org/fhir/R5/search.html#string */
export const strings = ({ type, value }: Found): readonly string[] => {
  if (typeof value === 'string') return [value];
  const found = (): readonly (string | undefined)[] => {
    switch (type) {
      case 'HumanName': {
        const { text, family, given, prefix, suffix } = elements<HumanName>(value);
        return [text, family, ...items(given), ...items(prefix), ...items(suffix)];
      }
      case 'Address': {
        const { text, line, city, district, state, postalCode, country } = elements<Address>(value);
        return [text, ...items(line), city, district, state, postalCode, country];
      }
      case 'Narrative':
        return [plainText(elements<Narrative>(value).div ?? '')];
      default:
        return [];
    }
  };
  // In an array, a value that has only extensions is null.
  return found().filter((text) => typeof text === 'string');
};
