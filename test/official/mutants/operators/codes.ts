import { codesOf, elementDefinition } from '../definitions.ts';
import { type Operators, onSite, onType } from '../operator.ts';
import { isObject, type JsonObject, replace, type Site, values } from '../sites.ts';

const strength = ({ owner, element }: Site): string | undefined =>
  elementDefinition(owner, element.name)?.binding?.strength;

const bound =
  (type: string, ...strengths: readonly string[]) =>
  (site: Site): boolean =>
    site.type === type && strengths.includes(strength(site) ?? '');

const object = (site: Site): JsonObject => {
  const [value] = values(site);
  return isObject(value) ? value : {};
};

const required = bound('code', 'required');

const UCUM = 'http://unitsofmeasure.org';

/** Faults in codes: https://hl7.org/fhir/R5/terminologies.html */
export const CODES: Operators = {
  'code not of a required value set': onSite(required, (site) => replace(site, 'no-such-code')),
  'code in other case': onSite(required, (site) => {
    const code = String(values(site)[0]);
    const other = code === code.toUpperCase() ? code.toLowerCase() : code.toUpperCase();
    return other !== code && replace(site, other);
  }),
  'other code of the same value set': onSite(required, (site, random) => {
    const valueSet = elementDefinition(site.owner, site.element.name)?.binding?.valueSet ?? '';
    const other = random.pick(codesOf(valueSet))?.code;
    return other !== undefined && replace(site, other);
  }),
  'display for a code': onSite(required, (site) => replace(site, `${values(site)[0]} (a display)`)),
  'concept not of a required value set': onSite(bound('CodeableConcept', 'required'), (site) =>
    replace(site, { coding: [{ system: 'http://trials.test/codes', code: 'x' }] }),
  ),
  'concept in words with a required value set': onSite(bound('CodeableConcept', 'required'), (site) =>
    replace(site, { text: 'words' }),
  ),
  'concept not of an extensible value set': onSite(bound('CodeableConcept', 'extensible'), (site) =>
    replace(site, { coding: [{ system: 'http://trials.test/codes', code: 'x' }] }),
  ),
  'concept in words with an extensible value set': onSite(bound('CodeableConcept', 'extensible'), (site) =>
    replace(site, { text: 'words' }),
  ),
  'concept not of a preferred or example value set': onSite(
    bound('CodeableConcept', 'preferred', 'example'),
    (site) => replace(site, { coding: [{ system: 'http://trials.test/codes', code: 'x' }] }),
  ),
  'code not of its system, extensible': onSite(bound('CodeableConcept', 'extensible'), (site, random) => {
    const valueSet = elementDefinition(site.owner, site.element.name)?.binding?.valueSet ?? '';
    const system = random.pick(codesOf(valueSet))?.system;
    return system !== undefined && replace(site, { coding: [{ system, code: 'no-such-code' }] });
  }),
  'code not of its system': onType('Coding', (coding) => {
    if (!/^http:\/\/(?:terminology\.)?hl7\.org\//.test(String(coding.system))) return false;
    coding.code = 'no-such-code';
    return true;
  }),
  'code of an unknown system': onType('Coding', (coding) => {
    coding.system = 'http://trials.test/no-such-system';
  }),
  'code of an unknown system of HL7': onType('Coding', (coding) => {
    coding.system = 'http://terminology.hl7.org/CodeSystem/no-such-system';
  }),
  'system left out': onType('Coding', (coding) => coding.system !== undefined && delete coding.system),
  'code left out': onType('Coding', (coding) => coding.code !== undefined && delete coding.code),
  'system that is not absolute': onType('Coding', (coding) => {
    coding.system = 'codes';
  }),
  'system that is an OID without its scheme': onType('Coding', (coding) => {
    coding.system = '2.999.1';
  }),
  'value set for a system': onType('Coding', (coding) => {
    coding.system = 'http://hl7.org/fhir/ValueSet/administrative-gender';
  }),
  'wrong display': onType('Coding', (coding) => {
    coding.display = 'Quite another thing';
  }),
  'concept of nothing': onSite(
    ({ type }) => type === 'CodeableConcept',
    (site) => replace(site, { coding: [] }),
  ),
  'second coding of an unknown system': onType('CodeableConcept', (concept) => {
    concept.coding = [
      ...(Array.isArray(concept.coding) ? concept.coding : []),
      { system: 'http://trials.test/codes', code: 'x' },
    ];
  }),
  'two codings chosen by the user': onType('CodeableConcept', (concept) => {
    if (!Array.isArray(concept.coding) || concept.coding.length === 0) return false;
    const [coding] = concept.coding as JsonObject[];
    concept.coding = [
      { ...coding, userSelected: true },
      { ...coding, userSelected: true },
    ];
    return true;
  }),
  'unit that UCUM does not have': onType('Quantity', (quantity) => {
    Object.assign(quantity, { system: UCUM, code: 'quux' });
  }),
  'unit of UCUM by its name': onType('Quantity', (quantity) => {
    Object.assign(quantity, { system: UCUM, code: 'milligram' });
  }),
  'unit of UCUM with an annotation': onType('Quantity', (quantity) => {
    Object.assign(quantity, { system: UCUM, code: '{participants}', unit: 'participants' });
  }),
  'unit without its system': onType('Quantity', (quantity) => {
    quantity.code = 'mg';
    delete quantity.system;
  }),
  'comparator that is unknown': onType('Quantity', (quantity) => {
    quantity.comparator = '~';
  }),
  'currency that is unknown': onType('Money', (money) => {
    money.currency = 'EURO';
  }),
  'Age in metres': onSite(
    ({ type }) => type === 'Age',
    (site) => {
      Object.assign(object(site), { system: UCUM, code: 'm' });
    },
  ),
  'Duration in kilograms': onSite(
    ({ type }) => type === 'Duration',
    (site) => {
      Object.assign(object(site), { system: UCUM, code: 'kg' });
    },
  ),
  'language that is known': (resource) => {
    resource.language = 'de-CH';
    return true;
  },
  'language that is unknown': (resource) => {
    resource.language = 'klingonese';
    return true;
  },
  'media type that is none': onType('Attachment', (attachment) => {
    attachment.contentType = 'words';
  }),
};
