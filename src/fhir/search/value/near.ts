import { canonicalQuantity } from '../../ucum.ts';
import type { SearchValue } from '../search-request.ts';
import { unescapedParts } from '../split.ts';
import { isWrong, type Wrong, wrong } from '../wrong.ts';

/** How far is near when the client does not say, in kilometres. */
const DEFAULT_DISTANCE = '10';

const DECIMAL = /^-?\d{1,15}(\.\d{1,15})?$/;

/** `latitude|longitude|distance|unit`: https://hl7.org/fhir/R5/location.html#positional */
export const nearValue = (text: string): Extract<SearchValue, { type: 'near' }> | Wrong => {
  const parts = unescapedParts(text);
  if (isWrong(parts)) return parts;
  const [latitude = '', longitude = '', distance = '', unit = ''] = parts;
  const [north, east] = [latitude, longitude].map((one) => (DECIMAL.test(one) ? Number(one) : Number.NaN));
  if (parts.length < 2 || parts.length > 4 || !(Math.abs(north ?? 0) <= 90) || !(Math.abs(east ?? 0) <= 180))
    return wrong(
      `“${text}” is not a place; write latitude|longitude|distance|unit with up to 90 and 180 degrees, like 52.52|13.40|5|km`,
    );
  const metres = DECIMAL.test(distance || DEFAULT_DISTANCE)
    ? canonicalQuantity(distance || DEFAULT_DISTANCE, unit || 'km')
    : undefined;
  if (metres === undefined || metres.unit !== canonicalQuantity(1, 'm')?.unit || metres.value < 0)
    return wrong(
      `“${distance}|${unit}” is not a distance; write a number and km, m, [mi_us] or another unit of length`,
    );
  return { type: 'near', latitude: north ?? 0, longitude: east ?? 0, distance: metres.value };
};
