import { codeSystem } from '../fhir/canonical.ts';
import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { wordsOf } from '../fhir/words.ts';
import { checkAll } from '../statistics/check-all.ts';
import { codeIn } from './finding.ts';
import type { Known, Resources } from './material.ts';

const VERDICTS = codeSystem('verdict');

/** The components of an assessment that call a number inconsistent. */
const complaints = (assessment: Tree): readonly Tree[] =>
  treesIn(assessment.content)
    .flatMap(({ component }) => treesIn(component))
    .filter(({ classifier }) => treesIn(classifier).some((one) => codeIn(one, VERDICTS) === 'inconsistent'));

/** Whether an assessment is of this version of a resource, or of whichever there is. */
const isOf = ({ artifactReference }: Tree, { source }: Known): boolean => {
  const reference = isTree(artifactReference) ? wordsOf(artifactReference.reference) : undefined;
  return reference !== undefined && [source.reference.reference, ...source.names].includes(reference);
};

/** What is wrong with the numbers of evidence: as it was assessed, else as they are checked now. */
export const inconsistencies = (resources: Resources): ReadonlyMap<Known, string> => {
  const assessments = resources.ofType('ArtifactAssessment').map(({ tree }) => tree);
  const assessed = new Map(
    resources.evidence.map((one) => [one, assessments.filter((assessment) => isOf(assessment, one))]),
  );
  const atHand = ['Evidence', 'Group', 'ResearchStudy'].flatMap((type) => resources.ofType(type));
  const names = new Map(atHand.map(({ source }) => [source.content, source.names]));
  const checked = new Map(
    checkAll(
      resources.evidence.map(({ source }) => source.content),
      [...names.keys()],
      (content) => names.get(content) ?? [],
    ).map(({ resource, checks }) => [resource, checks]),
  );
  return new Map(
    resources.evidence.flatMap((one) => {
      const kept = assessed.get(one) ?? [];
      const [found] =
        kept.length > 0
          ? kept.flatMap(complaints).map(({ summary }) => wordsOf(summary) ?? 'it was assessed so')
          : (checked.get(one.source.content) ?? [])
              .filter(({ verdict }) => verdict === 'inconsistent')
              .map(({ text }) => text);
      return found === undefined ? [] : [[one, found] as const];
    }),
  );
};
