import type { Issue } from '../fhir/issue.ts';
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

/** One validation of one outermost resource. */
export interface Run {
  readonly definitions: Definitions;
  readonly terminology: Terminology;
  /** The outermost resource: `%rootResource`, and where references are looked up. */
  readonly root: Instance;
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
