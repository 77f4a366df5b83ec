import type { CodeableConcept, Coding, Extension } from 'fhir/r5.js';
import { type Fact, NOT_STATED } from '../../model/fact.ts';
import { filled } from '../filled.ts';
import { distinctBy } from '../id.ts';
import { COUNTRY_SYSTEM } from '../identifier-systems.ts';
import { derived } from '../mark.ts';
import type { RecordContext } from './context.ts';
import { COUNTRY_CODES } from './country-codes.ts';
import { worded } from './said.ts';

const CODED_STRING = 'http://hl7.org/fhir/StructureDefinition/iso21090-codedString';

const coding = (country: string): Coding[] => {
  const code = COUNTRY_CODES.get(country.trim().toLowerCase());
  return code === undefined ? [] : [{ system: COUNTRY_SYSTEM, code }];
};

/** The ISO 3166 code of a country's name, where it is exactly one: https://hl7.org/fhir/R5/extension-iso21090-codedstring.html */
export const countryExtension = (country: string): Extension[] =>
  coding(country).map((valueCoding) => ({ url: CODED_STRING, valueCoding }));

/** Where the study is done follows from its sites, where the record does not list the countries. */
const fromSites = ({ record }: RecordContext): readonly Fact<string>[] =>
  distinctBy(
    record.sites.flatMap(({ country }) => (country === NOT_STATED ? [] : [derived(country, country.value)])),
    ({ value }) => value,
  );

/** The countries of the study: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.region */
export const regions = (context: RecordContext): { region?: CodeableConcept[] } => {
  const { countries } = context.record;
  return filled(
    'region',
    (countries.length > 0 ? countries : fromSites(context)).map((country) =>
      worded(context, country, coding(country.value)),
    ),
  );
};
