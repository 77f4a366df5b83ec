/** The base of every canonical URL of the project; `profiles/sushi-config.yaml` must name the same. */
export const CANONICAL = 'https://w3id.org/trialbridge/fhir';

/** Our profiles and extensions: https://hl7.org/fhir/R5/structuredefinition.html */
export const structureDefinition = (name: string): string => `${CANONICAL}/StructureDefinition/${name}`;

/** Our code systems: https://hl7.org/fhir/R5/codesystem.html */
export const codeSystem = (name: string): string => `${CANONICAL}/CodeSystem/${name}`;

/** A canonical URL without its `|version`: https://hl7.org/fhir/R5/references.html#canonical */
export const withoutVersion = (canonical: string): string => canonical.split('|', 1)[0] ?? canonical;
