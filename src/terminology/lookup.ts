import type {
  CodeSystemConcept,
  CodeSystemConceptDesignation,
  CodeSystemConceptProperty,
  Parameters,
  ParametersParameter,
} from 'fhir/r5.js';
import type { Concepts } from '../fhir/terminology/concepts.ts';
import { grammarOf } from '../fhir/terminology/grammar.ts';
import { displayOf } from './designation.ts';
import { conceptIn, knownConcepts } from './known-system.ts';
import { type Result, refusal } from './result.ts';
import type { Stored } from './stored-resources.ts';

/** Parameters of $lookup: https://hl7.org/fhir/R5/codesystem-operation-lookup.html */
export interface LookupRequest {
  readonly system: string;
  readonly code: string;
  readonly version?: string;
  readonly displayLanguage?: string;
  /** What to tell beside name, display and definition; without it, all that is known. */
  readonly property?: readonly string[];
}

const designationParameter = ({
  language,
  use,
  value,
}: CodeSystemConceptDesignation): ParametersParameter => ({
  name: 'designation',
  part: [
    ...(language === undefined ? [] : [{ name: 'language', valueCode: language }]),
    ...(use === undefined ? [] : [{ name: 'use', valueCoding: use }]),
    { name: 'value', valueString: value },
  ],
});

const propertyParameter = (
  concepts: Concepts,
  { code, extension: _, modifierExtension: __, id: ___, ...value }: CodeSystemConceptProperty,
): ParametersParameter => {
  const description = value.valueCode === undefined ? undefined : concepts.find(value.valueCode)?.display;
  return {
    name: 'property',
    part: [
      { name: 'code', valueCode: code },
      { name: 'value', ...value },
      ...(description === undefined ? [] : [{ name: 'description', valueString: description }]),
    ],
  };
};

/** Its properties, with its place in the hierarchy, whether that is said by nesting or by properties. */
const propertiesOf = (
  concepts: Concepts,
  concept: CodeSystemConcept,
): readonly CodeSystemConceptProperty[] => [
  ...(concept.property ?? []).filter(
    ({ code }) => !concepts.isProperty(code, 'parent') && !concepts.isProperty(code, 'child'),
  ),
  ...[...concepts.parents(concept.code)].map((valueCode) => ({ code: 'parent', valueCode })),
  ...[...concepts.children(concept.code)].map((valueCode) => ({ code: 'child', valueCode })),
];

const lookupInConcepts = (
  concepts: Concepts,
  concept: CodeSystemConcept,
  { displayLanguage, property: asked }: LookupRequest,
): Parameters => {
  const { codeSystem } = concepts;
  const isAsked = (code: string): boolean =>
    asked === undefined || asked.some((name) => name === '*' || concepts.isProperty(code, name));
  const member = {
    system: codeSystem.url ?? '',
    code: concept.code,
    concepts,
    concept,
    isAbstract: false,
    isInactive: false,
  };
  const designations = (concept.designation ?? []).filter(
    ({ language }) => isAsked('designation') || (language !== undefined && isAsked(`lang.${language}`)),
  );
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'name', valueString: codeSystem.title ?? codeSystem.name ?? codeSystem.url ?? '' },
      ...(codeSystem.version === undefined ? [] : [{ name: 'version', valueString: codeSystem.version }]),
      { name: 'display', valueString: displayOf(member, displayLanguage) ?? concept.code },
      ...(concept.definition === undefined ? [] : [{ name: 'definition', valueString: concept.definition }]),
      ...designations.map(designationParameter),
      ...propertiesOf(concepts, concept)
        .filter(({ code }) => isAsked(code))
        .map((property) => propertyParameter(concepts, property)),
    ],
  };
};

/** What is known of a code: https://hl7.org/fhir/R5/codesystem-operation-lookup.html */
export const lookup = async (stored: Stored, request: LookupRequest): Promise<Result<Parameters>> => {
  const { system, version, code } = request;
  const grammar = grammarOf(system);
  if (grammar) {
    if (!grammar.has(code))
      return refusal('not-found', 'invalid-code', `"${code}" is no code of ${grammar.name}`);
    const parameter = [
      { name: 'name', valueString: grammar.name },
      { name: 'display', valueString: grammar.display(code) ?? code },
    ];
    return { value: { resourceType: 'Parameters', parameter } };
  }
  const concepts = await knownConcepts(stored, system, version);
  if ('issue' in concepts) return concepts;
  const concept = conceptIn(concepts.value, code);
  if ('issue' in concept) return concept;
  return { value: lookupInConcepts(concepts.value, concept.value, request) };
};
