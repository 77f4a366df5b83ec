import type { CodeableConcept, CodeableReference, Coding, ContactPoint, Identifier } from 'fhir/r5.js';
import { CANONICAL } from '../../fhir/canonical.ts';
import { isA } from '../../fhir/search/path-types.ts';
import { UCUM } from '../../fhir/ucum.ts';
import { elements, type Found, items } from './found.ts';

/** A token as its element says it. */
export interface Token {
  readonly system: string;
  readonly code: string | null;
  readonly caseSensitive: boolean;
}

const CASE_SENSITIVE = ['http://hl7.org/fhir/', 'http://terminology.hl7.org/', `${CANONICAL}/`];

/** HL7's few code systems that do not tell upper from lower case. */
const CASE_INSENSITIVE: ReadonlySet<string> = new Set([
  'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  'http://hl7.org/fhir/color-names',
  'http://hl7.org/fhir/color-rgb',
]);

/** Whether a system is known to tell upper from lower case; that of others is folded, so that nothing is missed. */
const isCaseSensitive = (system: string): boolean =>
  system === UCUM ||
  (CASE_SENSITIVE.some((start) => system.startsWith(start)) && !CASE_INSENSITIVE.has(system));

const token = (system: string | undefined, code: string | undefined, caseSensitive: boolean): Token => ({
  system: system ?? '',
  code: (caseSensitive ? code : code?.toLowerCase()) ?? null,
  caseSensitive,
});

const codingToken = ({ system, code }: Partial<Coding>): Token =>
  token(system, code, system !== undefined && isCaseSensitive(system));

const conceptTokens = ({ coding }: Partial<CodeableConcept>): readonly Token[] => {
  const tokens = items(coding).map(codingToken);
  return tokens.length > 0 ? tokens : [token(undefined, undefined, false)];
};

/** An identifier as a token: its value cannot be known to tell upper from lower case. */
export const identifierToken = ({ system, value }: Partial<Identifier>): Token => token(system, value, false);

/** The tokens of a value, one without a code where it has none: https://hl7.org/fhir/R5/search.html#token */
export const tokens = ({ type, value, system }: Found): readonly Token[] => {
  switch (type) {
    case 'Coding':
      return [codingToken(elements<Coding>(value))];
    case 'CodeableConcept':
      return conceptTokens(elements<CodeableConcept>(value));
    case 'CodeableReference': {
      const { concept } = elements<CodeableReference>(value);
      return concept === undefined ? [] : conceptTokens(concept);
    }
    case 'Identifier':
      return [identifierToken(elements<Identifier>(value))];
    // R5 gives it no system: `|…` finds it, and `phone|…`, which asks for the kind of contact point.
    case 'ContactPoint': {
      const { system: kind, value: contact } = elements<ContactPoint>(value);
      return [undefined, ...(kind === undefined ? [] : [kind])].map((one) => token(one, contact, false));
    }
    // Names of languages are the same in upper and lower case.
    case 'code':
      return [token(system, String(value), system !== 'urn:ietf:bcp:47')];
    default:
      return typeof value === 'object' ? [] : [token(undefined, String(value), isA(type, 'code'))];
  }
};

/** The identifiers of a value by their types: `of-type`. */
export const tokensOfType = ({ type, value }: Found): readonly Token[] => {
  if (type !== 'Identifier') return [];
  const identifier = elements<Identifier>(value);
  return items(identifier.type?.coding)
    .filter(({ code }) => code !== undefined)
    .map(({ system = '', code }) => token(`${system}|${code}`, identifier.value, false));
};

/** What a person reads of a value that is searched for by a code: `text`. */
export const tokenTexts = ({ type, value }: Found): readonly string[] => {
  const texts = ({ text, coding }: Partial<CodeableConcept>): readonly (string | undefined)[] => [
    text,
    ...items(coding).map(({ display }) => display),
  ];
  const found = (): readonly (string | undefined)[] => {
    switch (type) {
      case 'Coding':
        return [elements<Coding>(value).display];
      case 'CodeableConcept':
        return texts(elements<CodeableConcept>(value));
      case 'CodeableReference':
        return texts(elements<CodeableReference>(value).concept ?? {});
      case 'Identifier':
        return texts(elements<Identifier>(value).type ?? {});
      default:
        return [];
    }
  };
  return found().filter((text) => text !== undefined);
};
