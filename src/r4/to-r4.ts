import type { Tree } from '../fhir/exact-tree.ts';
import { bundleView } from './bundle.ts';
import { evidenceView } from './evidence.ts';
import { effectEvidenceSynthesisView, riskEvidenceSynthesisView } from './evidence-synthesis.ts';
import { evidenceVariableView } from './evidence-variable.ts';
import { textOf } from './item.ts';
import { searchParameterView } from './search-parameter.ts';
import { structureDefinitionView } from './structure-definition.ts';
import { R4_TYPES } from './types.ts';
import { converted, type R4View } from './view.ts';

const VIEWS: Readonly<Record<string, (resource: Tree) => R4View | undefined>> = {
  Evidence: evidenceView,
  EvidenceVariable: evidenceVariableView,
  EffectEvidenceSynthesis: effectEvidenceSynthesisView,
  RiskEvidenceSynthesis: riskEvidenceSynthesisView,
  SearchParameter: searchParameterView,
  StructureDefinition: structureDefinitionView,
};

/** The view of a resource of R5 in R4, of Evidence as one of the types that show it; `undefined` if R4 has no like of it: https://hl7.org/fhir/R4/ */
export const toR4 = (resource: object, evidenceAs = 'Evidence'): R4View | undefined => {
  const tree: Tree = { ...resource };
  const stored = textOf(tree.resourceType);
  const type = stored === 'Evidence' ? evidenceAs : stored;
  if (!R4_TYPES.has(type)) return undefined;
  if (type === 'Bundle') return bundleView(tree, (one) => toR4(one, evidenceAs));
  const view = VIEWS[type];
  return view === undefined ? { resource: converted(tree, type), left: [] } : view(tree);
};
