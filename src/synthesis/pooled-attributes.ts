import type {
  CodeableConcept,
  EvidenceStatisticAttributeEstimate,
  EvidenceStatisticModelCharacteristic,
  Quantity,
} from 'fhir/r5.js';
import { exact } from '../fhir/content.ts';
import type { Bounds } from '../statistics/bounds.ts';
import type { Heterogeneity } from './heterogeneity.ts';
import type { Model, Pooled } from './pool.ts';

const DIGITS = 6;

/** A number to six digits. */
export const written = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** A quantity of a number, to six digits. */
export const quantity = (value: number, unit?: string): Quantity => ({
  value: exact(written(value)),
  ...(unit !== undefined && { unit }),
});

const PERCENT = { unit: '%', system: 'http://unitsofmeasure.org', code: '%' };

/** A fraction as per cent. */
export const percent = (share: number): Quantity => ({ value: exact(written(share * 100)), ...PERCENT });

const ATTRIBUTES = 'http://terminology.hl7.org/CodeSystem/attribute-estimate-type';

const coded = (code: string, display: string, text?: string): CodeableConcept => ({
  coding: [{ system: ATTRIBUTES, code, display }],
  ...(text !== undefined && { text }),
});

type Estimate = EvidenceStatisticAttributeEstimate;

const range = ({ low, high }: Bounds, unit?: string): Pick<Estimate, 'range'> => ({
  range: { low: quantity(low, unit), high: quantity(high, unit) },
});

/** A confidence interval. */
export const confidenceInterval = (bounds: Bounds, level: number, unit?: string): Estimate => ({
  type: coded('C53324', 'Confidence interval'),
  level,
  ...range(bounds, unit),
});

/** A P value; one too small for a number is below the smallest there is. */
const pValue = (p: number): Estimate => ({
  type: coded('C44185', 'P-value'),
  quantity: p > 0 ? quantity(p) : { value: exact('1e-300'), comparator: '<' },
});

const named = (text: string, value: number): Estimate => ({ type: { text }, quantity: quantity(value) });

const heterogeneity = (
  { q, degrees, p, iSquared, iSquaredInterval }: Heterogeneity,
  level: number,
): Estimate[] => [
  {
    type: coded('0000419', "Cochran's Q statistic"),
    quantity: quantity(q),
    attributeEstimate: [named('degrees of freedom', degrees), pValue(p)],
  },
  {
    type: coded('0000420', 'I-squared'),
    quantity: percent(iSquared),
    ...(iSquaredInterval && {
      attributeEstimate: [
        {
          type: coded('C53324', 'Confidence interval'),
          level,
          range: { low: percent(iSquaredInterval.low), high: percent(iSquaredInterval.high) },
        },
      ],
    }),
  },
];

/** How far studies differ, with the variance between them where the model has one. */
export const differences = ({ heterogeneity: found, tauSquared }: Pooled, level: number): Estimate[] => [
  ...heterogeneity(found, level),
  ...(tauSquared === undefined
    ? []
    : [{ type: coded('0000421', 'Tau squared'), quantity: quantity(tauSquared) }]),
];

/** What there is to know of a pooled estimate; bounds and their unit are those of the measure. */
export const pooledAttributes = (
  pooled: Pooled,
  level: number,
  { scale, unit, from }: { scale: string; unit: string | undefined; from: (bounds: Bounds) => Bounds },
): Estimate[] => {
  const { interval, standardError, statistic, p, prediction } = pooled;
  const { value, degrees } = statistic;
  return [
    confidenceInterval(from(interval), level, unit),
    {
      type: coded('0000037', 'Standard error of the mean', `standard error on the ${scale} scale`),
      quantity: quantity(standardError),
    },
    degrees === undefined
      ? named('z', value)
      : { ...named('t', value), attributeEstimate: [named('degrees of freedom', degrees)] },
    pValue(p),
    ...differences(pooled, level),
    ...(prediction === undefined
      ? []
      : [{ type: { text: 'prediction interval' }, level, ...range(from(prediction), unit) }]),
  ];
};

const MODELS = 'http://hl7.org/fhir/statistic-model-code';

const MODEL_CODES: Readonly<Record<Model, readonly (readonly [code: string, display: string])[]>> = {
  'fixed-inverse-variance': [
    ['effectsFixed', 'Fixed-effects'],
    ['poolInverseVariance', 'Inverse variance method'],
  ],
  'fixed-mantel-haenszel': [
    ['effectsFixed', 'Fixed-effects'],
    ['poolMantelHaenzsel', 'Mantel-Haenszel method'],
  ],
  'fixed-peto': [
    ['effectsFixed', 'Fixed-effects'],
    ['poolPeto', 'Peto method'],
  ],
  'random-dersimonian-laird': [
    ['effectsRandom', 'Random-effects'],
    ['poolInverseVariance', 'Inverse variance method'],
    ['tauDersimonianLaird', 'Dersimonian-Laird method'],
  ],
  'random-reml': [
    ['effectsRandom', 'Random-effects'],
    ['poolInverseVariance', 'Inverse variance method'],
    ['tauRestrictedMaximumLikelihood', 'Restricted Maximum Likelihood method'],
  ],
};

/** How studies were pooled: https://hl7.org/fhir/R5/valueset-statistic-model-code.html */
export const modelCharacteristics = (
  model: Model,
  hartungKnapp: boolean,
  corrected: boolean,
): EvidenceStatisticModelCharacteristic[] => [
  ...[
    ['metaAnalysis', 'Meta-analysis'] as const,
    ...MODEL_CODES[model],
    ...(hartungKnapp ? [['hartungKnapp', 'Hartung-Knapp adjustment'] as const] : []),
  ].map(([code, display]) => ({ code: { coding: [{ system: MODELS, code, display }] } })),
  ...(corrected
    ? [
        {
          code: {
            coding: [
              { system: MODELS, code: 'zeroCellConstant', display: 'Zero-cell adjustment with constant' },
            ],
          },
          value: { value: exact('0.5') },
        },
      ]
    : []),
];
