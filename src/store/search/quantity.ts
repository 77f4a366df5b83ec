import type { SearchValue } from '../../fhir/search/search-request.ts';
import { all, type Condition, condition } from './condition.ts';
import { isNumber } from './number.ts';

type QuantityValue = Extract<SearchValue, { type: 'quantity' }>;

const inUnit = ({ system, unit }: QuantityValue): Condition =>
  all([
    ...(system === undefined ? [] : [condition('system = ?', system)]),
    ...(unit === undefined
      ? []
      : [system === undefined ? condition('code = ? OR unit = ?', unit, unit) : condition('code = ?', unit)]),
  ]);

/** Rows of `quantity` that are asked for: https://hl7.org/fhir/R5/search.html#quantity */
export const isQuantity = (value: QuantityValue): Condition =>
  value.canonical
    ? all([
        condition('canonical_unit = ?', value.canonical.unit),
        isNumber({ ...value.canonical, comparator: value.comparator }, ['canonical_low', 'canonical_high']),
      ])
    : all([inUnit(value), isNumber(value)]);
