import type { FhirResource } from 'fhir/r5.js';
import { isTree, type Tree } from '../fhir/exact-tree.ts';
import { evidenceView } from './evidence.ts';
import { effectEvidenceSynthesisView, riskEvidenceSynthesisView } from './evidence-synthesis.ts';
import { evidenceVariableView } from './evidence-variable.ts';
import { structureDefinitionView } from './structure-definition.ts';
import { R4_TYPES } from './types.ts';
import { converted, type R4View } from './view.ts';

/** A Bundle of views; entries of types that R4 does not have are left out. */
const bundle = (value: Tree): R4View => {
  const left: string[] = [];
  const entries = Array.isArray(value.entry) ? value.entry : [];
  const entry = entries.flatMap((one: unknown, at) => {
    const resource = isTree(one) ? one.resource : undefined;
    if (!isTree(one) || !isTree(resource)) return [one];
    const view = toR4(resource as unknown as FhirResource);
    if (view === undefined) {
      left.push(`Bundle.entry[${at}] (${resource.resourceType})`);
      return [];
    }
    left.push(...view.left.map((path) => `Bundle.entry[${at}].resource as ${path}`));
    return [{ ...one, resource: view.resource }];
  });
  return { resource: converted({ ...value, ...(entries.length > 0 && { entry }) }, 'Bundle'), left };
};

const VIEWS: Readonly<Record<string, (resource: Tree) => R4View | undefined>> = {
  Bundle: bundle,
  Evidence: evidenceView,
  EvidenceVariable: evidenceVariableView,
  EffectEvidenceSynthesis: effectEvidenceSynthesisView,
  RiskEvidenceSynthesis: riskEvidenceSynthesisView,
  StructureDefinition: structureDefinitionView,
};

/** The view of a resource of R5 as this type of R4; `undefined` if R4 has no like of it: https://hl7.org/fhir/R4/ */
export function toR4(resource: FhirResource, as: string = resource.resourceType): R4View | undefined {
  if (R4_TYPES.get(as) !== resource.resourceType) return undefined;
  const tree = resource as unknown as Tree;
  return VIEWS[as]?.(tree) ?? (as in VIEWS ? undefined : { resource: converted(tree, as), left: [] });
}
