import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { convert } from './convert.ts';
import { variablesOf } from './evidence.ts';
import { DOWN } from './version.ts';
import { commonView, given, type R4View } from './view.ts';

const UCUM = 'http://unitsofmeasure.org';

const concept = (value: unknown): Tree | undefined =>
  isTree(value) ? convert(DOWN, value, 'CodeableConcept', 'CodeableConcept') : undefined;

const bound = (value: unknown): unknown => (isTree(value) ? value.value : undefined);

/** The unit of a quantity as R4's estimates have it, which is one of UCUM. */
const unitOf = ({ unit, system, code }: Tree): Tree | undefined =>
  system === UCUM && code !== undefined
    ? given({ coding: [given({ system, code, display: unit })], text: unit })
    : undefined;

/** The limits between which an estimate is said to lie. */
const precision = ({ type, level, range }: Tree): readonly Tree[] =>
  isTree(range) ? [given({ type: concept(type), level, from: bound(range.low), to: bound(range.high) })] : [];

/** The quantity of a statistic that is a number: R4 has no `less than`. */
const numberOf = ({ quantity }: Tree): Tree | undefined =>
  isTree(quantity) && quantity.value !== undefined && quantity.comparator === undefined
    ? quantity
    : undefined;

const estimate = (statistic: Tree): Tree => {
  const { description, statisticType, attributeEstimate } = statistic;
  const number = numberOf(statistic);
  const limits = treesIn(attributeEstimate).flatMap(precision);
  return given({
    description,
    type: concept(statisticType),
    ...(number && { value: number.value, unitOfMeasure: unitOf(number) }),
    precisionEstimate: limits.length > 0 ? limits : undefined,
  });
};

const participants = ({ sampleSize }: Tree): unknown =>
  isTree(sampleSize) ? (sampleSize.knownDataCount ?? sampleSize.numberOfParticipants) : undefined;

const sampleSize = (statistic: Tree): Tree | undefined => {
  const said = isTree(statistic.sampleSize) ? statistic.sampleSize : {};
  const size = given({
    description: said.description,
    numberOfStudies: said.numberOfStudies,
    numberOfParticipants: participants(statistic),
  });
  return Object.keys(size).length > 0 ? size : undefined;
};

/** What is left out of the quantity of a statistic. */
const leftOfQuantity = (statistic: Tree): readonly string[] => {
  const number = numberOf(statistic);
  if (number === undefined) return statistic.quantity === undefined ? [] : ['quantity'];
  const hasUnit = (number.unit ?? number.code) !== undefined;
  return hasUnit && unitOf(number) === undefined ? ['quantity.unit'] : [];
};

const SHOWN = ['description', 'statisticType', 'quantity', 'sampleSize', 'id', 'extension'];

/** What the estimates of R4 leave out of the statistics. */
const leftOf = (statistics: readonly Tree[], shown: readonly string[]): readonly string[] =>
  statistics.flatMap((statistic, at) => [
    ...Object.keys(statistic)
      .filter((name) => ![...SHOWN, ...shown, 'attributeEstimate'].includes(name))
      .concat(leftOfQuantity(statistic))
      .map((name) => `Evidence.statistic[${at}].${name}`),
    ...treesIn(statistic.attributeEstimate).flatMap((one, index) =>
      isTree(one.range) ? [] : [`Evidence.statistic[${at}].attributeEstimate[${index}]`],
    ),
  ]);

const view = (
  evidence: Tree,
  as: string,
  own: Tree,
  statistics: readonly Tree[],
  shown: readonly string[],
): R4View | undefined => {
  // What a modifier changes cannot be shown without it.
  const isModified = [evidence, ...statistics].some((one) => one.modifierExtension !== undefined);
  if (isModified) return undefined;
  const { resource, left } = commonView(evidence, as, given(own), ['variableDefinition', 'statistic']);
  return { resource, left: [...left, ...leftOf(statistics, shown)] };
};

/** The comparison of two exposures: https://hl7.org/fhir/R4/effectevidencesynthesis.html */
export const effectEvidenceSynthesisView = (evidence: Tree): R4View | undefined => {
  const [exposure] = variablesOf(evidence, 'exposure');
  const [exposureAlternative] = variablesOf(evidence, 'referenceExposure');
  const [outcome] = variablesOf(evidence, 'measuredVariable');
  const statistics = treesIn(evidence.statistic);
  const first = statistics.find((one) => numberOf(one) !== undefined);
  if (!exposure || !exposureAlternative || !outcome || first === undefined) return undefined;
  const [population] = variablesOf(evidence, 'population');
  const own = { population, exposure, exposureAlternative, outcome, sampleSize: sampleSize(first) };
  const effectEstimate = statistics.map(estimate).filter((one) => Object.keys(one).length > 0);
  return view(evidence, 'EffectEvidenceSynthesis', { ...own, effectEstimate }, statistics, []);
};

/** The risk or value in one group: https://hl7.org/fhir/R4/riskevidencesynthesis.html */
export const riskEvidenceSynthesisView = (evidence: Tree): R4View | undefined => {
  const [outcome] = variablesOf(evidence, 'measuredVariable');
  const [statistic, ...others] = treesIn(evidence.statistic);
  const isCompared = variablesOf(evidence, 'referenceExposure').length > 0;
  const isNumber = statistic !== undefined && (numberOf(statistic) ?? statistic.numberAffected) !== undefined;
  if (!outcome || !isNumber || others.length > 0 || isCompared) return undefined;
  const [exposure] = variablesOf(evidence, 'exposure');
  const [population] = variablesOf(evidence, 'population');
  const riskEstimate = given({
    ...estimate(statistic),
    denominatorCount: participants(statistic),
    numeratorCount: statistic.numberAffected,
  });
  const own = { population, exposure, outcome, sampleSize: sampleSize(statistic), riskEstimate };
  return view(evidence, 'RiskEvidenceSynthesis', own, [statistic], ['numberAffected']);
};
