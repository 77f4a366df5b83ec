import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { textOf } from './item.ts';
import { commonView, type R4View } from './view.ts';

const ROLE = 'http://terminology.hl7.org/CodeSystem/variable-role';

const hasRole = (role: string, { variableRole }: Tree): boolean =>
  treesIn(isTree(variableRole) ? variableRole.coding : undefined).some(
    ({ system, code }) => system === ROLE && code === role,
  );

/** The EvidenceVariables that play this role in the evidence, as R4 refers to them. */
export const variablesOf = (evidence: Tree, role: string): readonly Tree[] =>
  treesIn(evidence.variableDefinition)
    .filter((one) => hasRole(role, one))
    .flatMap(({ intended, observed }) =>
      [intended, observed]
        .filter(isTree)
        .filter(({ reference }) => textOf(reference).includes('EvidenceVariable/'))
        .slice(0, 1),
    )
    .map(({ reference, display }) => ({ reference, ...(display !== undefined && { display }) }));

/** The evidence without its numbers, which is what R4 has as Evidence: https://hl7.org/fhir/R4/evidence.html */
export const evidenceView = (evidence: Tree): R4View => {
  const [population] = variablesOf(evidence, 'population');
  const exposures = [...variablesOf(evidence, 'exposure'), ...variablesOf(evidence, 'referenceExposure')];
  const outcomes = variablesOf(evidence, 'measuredVariable');
  return commonView(
    evidence,
    'Evidence',
    {
      ...(population && { exposureBackground: population }),
      ...(exposures.length > 0 && { exposureVariant: exposures }),
      ...(outcomes.length > 0 && { outcome: outcomes }),
    },
    ['variableDefinition'],
  );
};
