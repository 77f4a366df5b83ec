import { canonicalQuantity, UCUM } from '../../ucum.ts';
import type { SearchValue } from '../search-request.ts';
import { unescapedParts } from '../split.ts';
import { isWrong, type Wrong, wrong } from '../wrong.ts';
import { numberValue } from './number.ts';

type QuantityValue = Extract<SearchValue, { type: 'quantity' }>;

const inCanonicalUnits = (
  { value, low, high }: QuantityValue,
  code: string,
): Pick<QuantityValue, 'canonical'> => {
  const [canonical, below, above] = [value, low, high].map((one) => canonicalQuantity(one, code));
  return canonical === undefined || below === undefined || above === undefined
    ? {}
    : { canonical: { ...canonical, low: below.value, high: above.value } };
};

/** `number`, `number|system|code`, `number|system` or `number||unit`: https://hl7.org/fhir/R5/search.html#quantity */
export const quantityValue = (text: string): QuantityValue | Wrong => {
  const parts = unescapedParts(text);
  if (isWrong(parts)) return parts;
  const [amount = '', system = '', unit = ''] = parts;
  if (parts.length > 3)
    return wrong(`“${text}” is not a quantity; write number, number|system|code or number||unit`);
  const number = numberValue(amount);
  if (isWrong(number)) return number;
  const quantity: QuantityValue = {
    ...number,
    type: 'quantity',
    ...(system !== '' && { system }),
    ...(unit !== '' && { unit }),
  };
  return system === UCUM && unit !== '' ? { ...quantity, ...inCanonicalUnits(quantity, unit) } : quantity;
};
