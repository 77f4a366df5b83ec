import type { UsageContext } from 'fhir/r5.js';

/**
 * StructureDefinitions as the validator reads them: a tree instead of a list, and only what is checked.
 * Written by `profiles/definitions.ts` from https://hl7.org/fhir/R5/structuredefinition.html.
 */
export interface StructureDefinition {
  readonly url: string;
  /** The resource or data type it describes. */
  readonly type: string;
  readonly kind: 'primitive-type' | 'complex-type' | 'resource' | 'logical';
  /** `constraint` for profiles and extensions. */
  readonly derivation: 'specialization' | 'constraint';
  readonly abstract: boolean;
  /** The types it specialises and the interfaces it implements, nearest first. */
  readonly supertypes: readonly string[];
  /** Whether an extension changes the meaning of what it stands on. */
  readonly isModifier?: boolean;
  /** Whether an extension is for other versions of FHIR only. */
  readonly isOfOtherVersions?: boolean;
  /** Where an extension may stand: https://hl7.org/fhir/R5/defining-extensions.html#context */
  readonly context?: readonly ExtensionContext[];
  readonly root: ElementDefinition;
}

export interface ExtensionContext {
  readonly type: 'element' | 'extension' | 'fhirpath';
  readonly expression: string;
}

/** https://hl7.org/fhir/R5/elementdefinition.html */
export interface ElementDefinition {
  /** Last part of the path: `statistic`, `value[x]`. */
  readonly name: string;
  readonly path: string;
  readonly min: number;
  /** Absent for `*`. */
  readonly max?: number;
  readonly types: readonly TypeReference[];
  readonly children?: readonly ElementDefinition[];
  /** Path of the element whose content this one has: `Evidence.statistic`. */
  readonly contentReference?: string;
  readonly binding?: Binding;
  readonly additionalBindings?: readonly AdditionalBinding[];
  readonly constraints?: readonly Constraint[];
  readonly fixed?: unknown;
  readonly pattern?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** https://hl7.org/fhir/extensions/StructureDefinition-regex.html */
  readonly regex?: string;
  readonly minValue?: unknown;
  readonly maxValue?: unknown;
  /** Whether a primitive has to have a value, and not only extensions. */
  readonly mustHaveValue?: boolean;
  readonly slicing?: Slicing;
  readonly slices?: Readonly<Record<string, ElementDefinition>>;
}

export interface TypeReference {
  readonly code: string;
  readonly profiles?: readonly string[];
  readonly targetProfiles?: readonly string[];
  /** Where what is referred to has to be; anywhere if absent. */
  readonly aggregation?: readonly Aggregation[];
}

/** https://hl7.org/fhir/R5/codesystem-resource-aggregation-mode.html */
export type Aggregation = 'contained' | 'referenced' | 'bundled';

/** https://hl7.org/fhir/R5/terminologies.html#binding */
export interface Binding {
  readonly strength: 'required' | 'extensible';
  readonly valueSet: string;
}

/** https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.binding.additional */
export interface AdditionalBinding {
  readonly purpose: 'required' | 'extensible' | 'maximum';
  readonly valueSet: string;
  /** What has to be so for it to hold; always if absent. */
  readonly usage?: readonly UsageContext[];
  /** Whether it is enough if one of the repeats conforms. */
  readonly any?: boolean;
}

/** https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.constraint */
export interface Constraint {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  readonly human: string;
  readonly expression: string;
}

/** https://hl7.org/fhir/R5/profiling.html#slicing */
export interface Slicing {
  readonly discriminators: readonly Discriminator[];
  readonly rules: 'open' | 'closed' | 'openAtEnd';
  readonly ordered: boolean;
}

export interface Discriminator {
  readonly type: 'value' | 'pattern' | 'exists' | 'type' | 'profile' | 'position';
  readonly path: string;
}
