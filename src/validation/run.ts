import type { FhirResource, UsageContext } from 'fhir/r5.js';
import type { Issue } from '../fhir/issue.ts';
import type { FindCanonical } from './canonical-resources.ts';
import type { Definitions } from './definitions.ts';
import type { Instance } from './instance.ts';
import type { ElementDefinition, StructureDefinition } from './structure-definition.ts';
import type { Terminology } from './terminology.ts';

/** What a rule found; the place comes from the instance. */
export type Finding = Pick<Issue, 'severity' | 'code' | 'text'> & { readonly rule: string };

/** Takes what was found at an element; `below` is the FHIRPath from there to what is no element. */
export type Report = (
  finding: Finding,
  at: Instance,
  definition?: StructureDefinition | undefined,
  below?: string,
) => void;

/** Resources that are neither in the resource nor in its Bundle. */
export interface Elsewhere {
  /** The resource that a literal reference means, if there is one. */
  readonly resource: (reference: string) => FhirResource | undefined;
  /** Whether references have to lead to one. */
  readonly mustExist: boolean;
  /** Whether one that is to be bundled has to be so for a resource that is in no Bundle, too. */
  readonly isBundleExpected?: boolean;
  /** Whether there is something at an address, if that can be asked. */
  readonly isKnownUrl?: (url: string) => boolean;
}

/** One validation of one outermost resource. */
export interface Run {
  readonly definitions: Definitions;
  readonly terminology: Terminology;
  readonly find: FindCanonical;
  /** The outermost resource, where references are looked up. */
  readonly root: Instance;
  /** Whether nothing is wrong with its structure. */
  readonly isSound: boolean;
  /** Whether all its JSON is that of elements, so that what is found in those is found in the JSON. */
  readonly isReadable: boolean;
  /** Whether any element that is no resource has an id. */
  readonly hasElementIds: boolean;
  /** Whether it is only tried whether an element conforms to a profile, and nothing reported. */
  readonly isTrial?: boolean;
  /** What a reference to another resource leads to, where there is a place to look. */
  readonly elsewhere: Elsewhere | undefined;
  /** Whether relative references are to resources of a server, which are of the types that the references name. */
  readonly ownsReferences: boolean;
  /** Whether an extension that nothing defines is an error. */
  readonly refusesUnknownExtensions: boolean;
  /** What the resource is said to be used for: https://hl7.org/fhir/R5/resource-operation-validate.html */
  readonly usageContexts: readonly UsageContext[];
  /** The profiles that elements have been checked against. */
  readonly checked: Map<Instance, Set<StructureDefinition>>;
  readonly report: Report;
}

/** An element of the resource beside the definition it is checked against. */
export interface Check {
  readonly run: Run;
  readonly instance: Instance;
  readonly element: ElementDefinition;
  readonly definition: StructureDefinition;
}
