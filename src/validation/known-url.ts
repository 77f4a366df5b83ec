import { asObject, asString, type Instance } from './instance.ts';
import type { Check, Run } from './run.ts';

/** Where HL7 defines what there is. */
const DEFINED = /^http:\/\/hl7\.org\/fhir(?:\/|$)/;

/** Of these only some are at hand here, and those of earlier versions not at all. */
const ELSEWHERE =
  /^http:\/\/hl7\.org\/fhir\/(?:\d\.\d\/|(?:CapabilityStatement|CompartmentDefinition|ConceptMap|GraphDefinition|ImplementationGuide|MessageDefinition|OperationDefinition|SearchParameter|StructureMap|TerminologyCapabilities)\/)/;

/** Systems of identifiers and codes that others than HL7 keep: https://hl7.org/fhir/R5/identifier-registry.html */
const OF_OTHERS =
  /^http:\/\/hl7\.org\/fhir\/sid\/(?:us-(?:ssn|npi|medicare|mbi)|eui-48\/(?:bluetooth|ethernet)|passport-[A-Za-z]{3}|ndc|cvx|srt|dsm5|icf-nl|ca-hc-(?:npn|din)|icpc-?[12](?:-nl)?|icd-(?:9|10)(?:-(?:cm|am|vn))?|ex-icd-10-procedures)$/;

/** What definitions are mapped to: https://hl7.org/fhir/R5/structuredefinition-definitions.html#StructureDefinition.mapping.uri */
const MAPPINGS =
  /^http:\/\/hl7\.org\/fhir\/(?:auditevent|composition|consent|documentreference|fivews|interface|logical|object-implementation|provenance|rr|w5|workflow)$/;

/** Extensions whose values are addresses of pages. */
const OF_PAGES = /\/StructureDefinition\/(?:web-source|ig-page-name|textLink|cql-namespaceUri)$/;

const isDefined = (url: string, { definitions, terminology, elsewhere }: Run): boolean =>
  elsewhere?.isKnownUrl?.(url) ||
  ELSEWHERE.test(url) ||
  OF_OTHERS.test(url) ||
  MAPPINGS.test(url) ||
  definitions.structureDefinition(url) !== undefined ||
  terminology.hasCodeSystem(url) ||
  terminology.hasValueSet(url);

/** Whether an element names the resource or extension itself. */
const isOwnUrl = ({ path, parent }: Instance, { definitions }: Run): boolean => {
  const owner = /^([A-Z]\w+)\.url$/.exec(path)?.[1];
  if (path === 'Extension.url' || path === 'Bundle.entry.fullUrl') return true;
  if (owner !== undefined) return definitions.type(owner)?.supertypes.includes('CanonicalResource') ?? false;
  return parent?.type === 'Extension' && OF_PAGES.test(asString(asObject(parent.value)?.url) ?? '');
};

/** Checks that an address where only HL7 defines things is that of something: https://hl7.org/fhir/R5/datatypes.html#uri */
export const checkKnownUrl = ({ run, instance, definition }: Check): void => {
  const written = instance.value;
  if (typeof written !== 'string' || !written.startsWith('http://hl7.org/fhir')) return;
  const [url] = written.split(/[#|]/, 1);
  if (url === undefined || !DEFINED.test(url) || isOwnUrl(instance, run) || isDefined(url, run)) return;
  const text = `There is no definition of ${url}`;
  run.report({ severity: 'error', code: 'not-found', rule: 'url-unknown', text }, instance, definition);
};
