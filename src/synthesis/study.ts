import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { wordsOf } from '../fhir/words.ts';
import { placeReferred } from './finding.ts';
import { artifactReferences, type Known, nameOf, type Resources } from './material.ts';

/** A study with the evidence of it that is to be pooled. */
export interface Study {
  readonly name: string;
  readonly evidence: readonly Known[];
  /** The names of its groups that are there to be compared with. */
  readonly controls: ReadonlySet<string>;
  /** The retracted publication of it, if there is one. */
  readonly retracted: string | undefined;
}

const CONTROL = /placebo|sham|no-intervention|no intervention|comparator|control/i;

const isControl = ({ type }: Tree): boolean =>
  isTree(type) &&
  [wordsOf(type.text), ...treesIn(type.coding).map(({ code }) => wordsOf(code))].some((word) =>
    CONTROL.test(word ?? ''),
  );

const controlsOf = (study: Tree | undefined): ReadonlySet<string> =>
  new Set(
    treesIn(study?.comparisonGroup)
      .filter(isControl)
      .flatMap(({ name }) => wordsOf(name) ?? []),
  );

const STATES = [
  'http://hl7.org/fhir/cited-artifact-status-type',
  'http://terminology.hl7.org/CodeSystem/cited-artifact-status-type',
];

const isRetracted = ({ citedArtifact }: Tree): boolean =>
  isTree(citedArtifact) &&
  treesIn(citedArtifact.currentState)
    .flatMap(({ coding }) => treesIn(coding))
    .some(({ system, code }) => code === 'retracted' && STATES.some((one) => one === system));

/** What a study or a publication is called. */
const titleOf = (known: Known): string => {
  const { citedArtifact } = known.tree;
  return (
    (isTree(citedArtifact) ? wordsOf(treesIn(citedArtifact.title)[0]?.text) : undefined) ?? nameOf(known)
  );
};

/** What a study refers to beside the works on which it builds. */
const ownArtifacts = (study: Tree): readonly unknown[] =>
  artifactReferences({
    relatedArtifact: treesIn(study.relatedArtifact).filter(
      ({ classifier }) => !treesIn(classifier).some(({ text }) => /background/i.test(wordsOf(text) ?? '')),
    ),
  });

/** The reports that list an Evidence. */
const reportsOf = (evidence: Known, resources: Resources): readonly Known[] =>
  resources.ofType('EvidenceReport').filter(({ tree }) =>
    treesIn(tree.section)
      .flatMap(({ entryReference }) => treesIn(entryReference))
      .some((entry) => evidence.source.names.includes(placeReferred(entry) ?? '')),
  );

/** The study that reports are about: they name it, or it names them. */
const studyOf = (reports: readonly Known[], resources: Resources): Known | undefined => {
  const named = reports.flatMap(({ tree }) =>
    isTree(tree.subject)
      ? treesIn(tree.subject.characteristic).map(({ valueReference }) => valueReference)
      : [],
  );
  const names = reports.flatMap(({ source }) => source.names);
  return (
    resources.referred(named, 'ResearchStudy')[0] ??
    resources
      .ofType('ResearchStudy')
      .find(({ tree }) => treesIn(tree.result).some((result) => names.includes(placeReferred(result) ?? '')))
  );
};

/** What an Evidence belongs to: its study, else the publication that it is derived from, else itself. */
const belonging = (evidence: Known, resources: Resources): Known => {
  const reports = reportsOf(evidence, resources);
  const study = studyOf(reports, resources) ?? reports[0];
  return study ?? resources.referred(artifactReferences(evidence.tree), 'Citation')[0] ?? evidence;
};

/** The publications that tell of a study, or of some of its evidence. */
const publications = (owner: Known, evidence: readonly Known[], resources: Resources): readonly Known[] => {
  const reports = [
    ...evidence.flatMap((one) => reportsOf(one, resources)),
    ...resources.referred(treesIn(owner.tree.result), 'EvidenceReport'),
  ];
  const references = [
    ...evidence.flatMap(({ tree }) => [...artifactReferences(tree), tree.citeAsReference]),
    ...reports.map(({ tree }) => tree.citeAsReference),
    ...ownArtifacts(owner.tree),
  ];
  return resources.referred(references, 'Citation');
};

/** The studies that evidence is from, in the order in which they are met. */
export const studiesOf = (resources: Resources): readonly Study[] =>
  [...Map.groupBy(resources.evidence, (one) => belonging(one, resources))].map(([owner, evidence]) => {
    const retracted = publications(owner, evidence, resources).find(({ tree }) => isRetracted(tree));
    return {
      name: titleOf(owner),
      evidence,
      controls: controlsOf(owner.tree),
      retracted: retracted && titleOf(retracted),
    };
  });
