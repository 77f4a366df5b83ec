import type {
  ArtifactAssessment,
  Bundle,
  Evidence,
  EvidenceReport,
  EvidenceVariable,
  EvidenceVariableDefinition,
  Group,
  ResearchStudy,
} from 'fhir/r5.js';
import { codeIn, conceptText } from '../../fhir/concept.ts';
import { checksOf, type NumberCheck } from '../../fhir/number-check.ts';
import { placeOf, type Resources, resourcesIn } from '../../fhir/resources.ts';
import { titleOf } from '../../fhir/study.ts';

const ROLES = 'http://terminology.hl7.org/CodeSystem/variable-role';
const DIRECTION = 'https://w3id.org/trialbridge/fhir/StructureDefinition/evidence-direction';

/** What one Evidence says, with what stands around it. */
export interface EvidenceRow {
  readonly evidence: Evidence;
  readonly title: string;
  readonly study?: { readonly id: string; readonly title: string };
  readonly outcome: string;
  /** The groups it is of; the last one is what the others are compared with, where `compared` is true. */
  readonly groups: readonly string[];
  readonly compared: boolean;
  /** The participants of the groups, where all are known. */
  readonly participants?: number;
  readonly direction?: string;
  readonly checks: readonly NumberCheck[];
}

/** What the search gives of the evidence and of what stands around it. */
export const ELEMENTS = [
  'Evidence.title,Evidence.statistic,Evidence.assertion,Evidence.extension,Evidence.variableDefinition',
  'ArtifactAssessment.content,ArtifactAssessment.artifact,EvidenceReport.section,EvidenceReport.subject',
  'Group.name,Group.quantity,EvidenceVariable.title,EvidenceVariable.description',
  'ResearchStudy.title,ResearchStudy.label',
].join(',');

/** The study that each Evidence is of, by the place of the Evidence. */
const studiesOfEvidence = (resources: Resources): Map<string, ResearchStudy> =>
  new Map(
    resources.of<EvidenceReport>('EvidenceReport').flatMap(({ subject, section = [] }) => {
      const study = (subject.characteristic ?? [])
        .map(({ valueReference }) => resources.at(valueReference))
        .find((one) => one?.resourceType === 'ResearchStudy');
      const entries = section.flatMap(({ entryReference = [] }) => entryReference);
      return study === undefined ? [] : entries.map((entry) => [placeOf(entry), study] as const);
    }),
  );

/** The Evidence of a search's answer as rows, in its order. */
export const evidenceRows = (bundle: Bundle): EvidenceRow[] => {
  const resources = resourcesIn(bundle);
  const studies = studiesOfEvidence(resources);
  const assessments = Map.groupBy(
    resources.of<ArtifactAssessment>('ArtifactAssessment'),
    ({ artifactReference = {} }) => placeOf(artifactReference),
  );

  const nameOf = ({ observed, intended, description }: EvidenceVariableDefinition): string =>
    resources.at<EvidenceVariable>(intended)?.title ??
    resources.at<EvidenceVariable>(observed)?.title ??
    resources.at<Group>(observed)?.name ??
    intended?.display ??
    observed?.display ??
    description ??
    '';

  return resources.of<Evidence>('Evidence').map((evidence): EvidenceRow => {
    const place = `Evidence/${evidence.id}`;
    const having = (role: string) =>
      evidence.variableDefinition.filter(({ variableRole }) => codeIn(ROLES, variableRole) === role);
    const reference = having('referenceExposure');
    const compared = [...having('exposure'), ...reference];
    const sizes = compared.map(({ observed }) => resources.at<Group>(observed)?.quantity);
    const study = studies.get(place);
    const direction = evidence.extension?.find(({ url }) => url === DIRECTION)?.valueCodeableConcept;
    return {
      evidence,
      title: evidence.title ?? evidence.id ?? '',
      ...(study && { study: { id: study.id ?? '', title: titleOf(study) } }),
      outcome: having('measuredVariable').map(nameOf)[0] || (evidence.title ?? ''),
      groups: compared.map(nameOf).filter((name) => name !== ''),
      compared: reference.length > 0,
      ...(sizes.length > 0 &&
        sizes.every((size) => size !== undefined) && {
          participants: sizes.reduce((sum, size) => sum + size, 0),
        }),
      ...(direction && { direction: conceptText(direction) }),
      checks: (assessments.get(place) ?? []).flatMap(checksOf),
    };
  });
};
