import type { CodeableConcept, Coding, ContactPoint, Identifier } from 'fhir/r5.js';
import type { Value } from './values.ts';

/** A code or the like, and what a person reads beside it. */
export interface Token {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
  readonly texts: readonly (string | undefined)[];
  /** Whether upper and lower case differ. */
  readonly exact: boolean;
}

const ofCoding = ({ system, code, display }: Coding): Token => ({
  system,
  code,
  texts: [display],
  exact: /^http:\/\/(terminology\.)?hl7\.org\//.test(system ?? '') || /trialbridge/.test(system ?? ''),
});

const ofConcept = ({ coding = [], text }: CodeableConcept): readonly Token[] => [
  ...coding.map(ofCoding),
  { texts: [text], exact: true },
];

/** The tokens of a value. */
export const tokensOf = ({ type, value }: Value): readonly Token[] => {
  switch (type) {
    case 'Coding':
      return [ofCoding(value as Coding)];
    case 'CodeableConcept':
      return ofConcept(value as CodeableConcept);
    case 'CodeableReference':
      return ofConcept((value as { concept?: CodeableConcept }).concept ?? {});
    case 'Identifier': {
      const { system, value: code, type: kind } = value as Identifier;
      const texts = ofConcept(kind ?? {}).flatMap((one) => one.texts);
      return [{ system, code, texts, exact: false }];
    }
    case 'ContactPoint':
      return [{ code: (value as ContactPoint).value, texts: [], exact: false }];
    default:
      return [{ code: String(value), texts: [], exact: true }];
  }
};
