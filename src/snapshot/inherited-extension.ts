import type { ElementDefinition, Extension } from 'fhir/r5.js';

const FHIR = 'http://hl7.org/fhir/StructureDefinition/';
const TOOLS = 'http://hl7.org/fhir/tools/StructureDefinition/';

/** Extensions that tell of the definition they stand in and not of those derived from it. */
const NOT_INHERITED = new Set([
  `${TOOLS}binding-definition`,
  `${TOOLS}no-binding`,
  `${TOOLS}obligation-profile`,
  `${FHIR}obligation-profile`,
  `${FHIR}elementdefinition-isCommonBinding`,
  `${FHIR}structuredefinition-category`,
  `${FHIR}structuredefinition-explicit-type-name`,
  `${FHIR}structuredefinition-fmm`,
  `${FHIR}structuredefinition-implements`,
  `${FHIR}structuredefinition-normative-version`,
  `${FHIR}structuredefinition-security-category`,
  `${FHIR}structuredefinition-standards-status`,
  `${FHIR}structuredefinition-standards-status-reason`,
  `${FHIR}structuredefinition-summary`,
  `${FHIR}structuredefinition-wg`,
]);

/** Extensions of which an element has one: the one nearest to it counts. */
const REPLACED = new Set(
  [
    'designNote',
    'elementdefinition-allowedUnits',
    'elementdefinition-question',
    'entryFormat',
    'maxDecimalPlaces',
    'maxSize',
    'mimeType',
    'minLength',
    'structuredefinition-display-hint',
  ].map((name) => FHIR + name),
);

/** Extensions that say what an element is and stay as they were first said. */
const KEPT = new Set([`${FHIR}elementdefinition-defaulttype`, `${FHIR}elementdefinition-translatable`]);

const isInherited = ({ url }: Extension): boolean => !NOT_INHERITED.has(url);

/** An element, or its binding, with only those extensions that pass on to elements derived from it, each once. */
const withInherited = <E extends { extension?: Extension[] | undefined }>(element: E): E => {
  if (element.extension === undefined) return element;
  const { extension, ...rest } = element;
  const kept = mergedExtensions([], extension.filter(isInherited));
  return (kept.length > 0 ? { extension: kept, ...rest } : rest) as E;
};

/** An element of a base as elements derived from it see it: without the extensions that tell of the base alone. */
export const inheritedElement = (element: ElementDefinition): ElementDefinition => {
  const inherited = withInherited(element);
  if (inherited.binding === undefined) return inherited;
  const binding = withInherited(inherited.binding);
  return binding === inherited.binding ? inherited : { ...inherited, binding };
};

/** The extensions of an element from those of its base and its own. */
export const mergedExtensions = (
  base: readonly Extension[] = [],
  own: readonly Extension[] = [],
): Extension[] => {
  const ownUrls = new Set(own.map(({ url }) => url));
  const inherited = base.filter(({ url }) => !(REPLACED.has(url) && ownUrls.has(url)));
  const inheritedUrls = new Set(inherited.map(({ url }) => url));
  const added = own.filter(({ url }) => !(KEPT.has(url) && inheritedUrls.has(url)));
  return [...new Map([...inherited, ...added].map((one) => [JSON.stringify(one), one])).values()];
};
