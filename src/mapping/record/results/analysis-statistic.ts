import type {
  EvidenceStatistic,
  EvidenceStatisticAttributeEstimate,
  EvidenceStatisticModelCharacteristic,
} from 'fhir/r5.js';
import { exact } from '../../../fhir/content.ts';
import { type Fact, NOT_STATED, stated } from '../../../model/fact.ts';
import type { Analysis } from '../../../model/record/results.ts';
import { attributeEstimateConcept } from '../../concept.ts';
import { absent, type Marks, normalised, valued } from '../../mark.ts';
import { notes, reportedQuantity, reportedRange } from './quantity.ts';
import { estimateTypeConcept, methodConcept, sidesConcept, sidesOf, spreadOf } from './statistic-type.ts';
import { writtenFraction } from './written-number.ts';

const interval = (marks: Marks, analysis: Analysis): EvidenceStatisticAttributeEstimate[] => {
  const { intervalLevel, intervalLower, intervalUpper, intervalLowerComment, intervalUpperComment } =
    analysis;
  const told = [intervalLevel, intervalLower, intervalUpper, intervalLowerComment, intervalUpperComment];
  if (told.every((fact) => fact === NOT_STATED)) return [];
  const level = intervalLevel === NOT_STATED ? undefined : writtenFraction(intervalLevel.value);
  return [
    {
      ...reportedRange(marks, intervalLower, intervalUpper, undefined),
      ...notes(marks, intervalLowerComment, intervalUpperComment),
      type: attributeEstimateConcept('confidence-interval'),
      ...(intervalLevel !== NOT_STATED &&
        (level === undefined
          ? // A level that is none is kept in its words.
            marks.primitive('description', intervalLevel)
          : { level: exact(level), _level: marks.on(normalised(intervalLevel)) })),
    },
  ];
};

const dispersion = (marks: Marks, analysis: Analysis): EvidenceStatisticAttributeEstimate[] => {
  const { dispersionType, dispersionValue } = analysis;
  if (dispersionType === NOT_STATED && dispersionValue === NOT_STATED) return [];
  const kind = dispersionType === NOT_STATED ? undefined : spreadOf(dispersionType.value);
  const coding = kind?.shape === 'value' && dispersionValue !== NOT_STATED ? kind.concept.coding : undefined;
  return [
    {
      type:
        dispersionType === NOT_STATED
          ? absent('unknown')
          : { ...(coding && { coding }), ...marks.primitive('text', dispersionType) },
      ...(dispersionValue !== NOT_STATED && {
        quantity: reportedQuantity(marks, dispersionValue, undefined),
      }),
    },
  ];
};

const pValue = (marks: Marks, { pValue, pValueComment }: Analysis): EvidenceStatisticAttributeEstimate[] =>
  pValue === NOT_STATED
    ? []
    : [
        {
          ...notes(marks, pValueComment),
          type: attributeEstimateConcept('p-value'),
          quantity: reportedQuantity(marks, pValue, undefined),
        },
      ];

const modelOf = (marks: Marks, analysis: Analysis): EvidenceStatisticModelCharacteristic[] => {
  const { statisticalMethod, intervalSides, nonInferiorityType, testedNonInferiority } = analysis;
  const text = (fact: Fact<string>) => ({ code: marks.primitive('text', fact) });
  const tested = valued(normalised(testedNonInferiority), (was) =>
    was ? 'tested for non-inferiority' : 'not tested for non-inferiority',
  );
  const method = stated(statisticalMethod);
  const sides = method === undefined ? undefined : sidesOf(method);
  return [
    ...(statisticalMethod === NOT_STATED
      ? []
      : [
          {
            code: {
              ...methodConcept(statisticalMethod.value),
              ...marks.primitive('text', statisticalMethod),
            },
          },
        ]),
    ...(sides === undefined ? [] : [{ code: sidesConcept(sides) }]),
    ...(intervalSides === NOT_STATED
      ? []
      : [
          {
            code: {
              // The sides of the interval are those of the test, unless its name has others.
              ...((sides ?? intervalSides.value) === intervalSides.value &&
                sidesConcept(intervalSides.value)),
              ...marks.primitive('text', normalised(intervalSides)),
            },
          },
        ]),
    ...(nonInferiorityType === NOT_STATED ? [] : [text(nonInferiorityType)]),
    ...(tested === NOT_STATED ? [] : [text(tested)]),
  ];
};

/** What an analysis found, and how: https://hl7.org/fhir/R5/evidence-definitions.html#Evidence.statistic */
export const analysisStatistic = (marks: Marks, analysis: Analysis): EvidenceStatistic => {
  const { parameterType, parameterValue } = analysis;
  const attributeEstimate = [
    ...interval(marks, analysis),
    ...dispersion(marks, analysis),
    ...pValue(marks, analysis),
  ];
  const modelCharacteristic = modelOf(marks, analysis);
  return {
    ...marks.primitive('description', analysis.otherDescription),
    ...notes(
      marks,
      analysis.estimateComment,
      ...(analysis.pValue === NOT_STATED ? [analysis.pValueComment] : []),
      analysis.statisticalComment,
      analysis.nonInferiorityComment,
    ),
    ...(parameterType !== NOT_STATED && {
      statisticType: {
        ...estimateTypeConcept(parameterType.value),
        ...marks.primitive('text', parameterType),
      },
    }),
    ...(parameterType === NOT_STATED &&
      parameterValue !== NOT_STATED && { statisticType: { text: 'not stated' } }),
    ...(parameterValue !== NOT_STATED && { quantity: reportedQuantity(marks, parameterValue, undefined) }),
    ...(attributeEstimate.length > 0 && { attributeEstimate }),
    ...(modelCharacteristic.length > 0 && { modelCharacteristic }),
  };
};
