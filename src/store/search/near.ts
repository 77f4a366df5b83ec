import type { SearchValue } from '../../fhir/search/search-request.ts';
import { type Condition, condition } from './condition.ts';

/** Mean radius of the Earth in metres. */
const RADIUS = 6_371_008.8;

/** Rows of `position` no farther away than asked for: https://hl7.org/fhir/R5/location.html#positional */
export const isNear = ({
  latitude,
  longitude,
  distance,
}: Extract<SearchValue, { type: 'near' }>): Condition => {
  const angle = Math.min(distance / RADIUS, Math.PI);
  const degrees = (angle * 180) / Math.PI;
  // A degree of latitude is as long everywhere, so that an index finds the belt; haversines tell the rest.
  return condition(
    `latitude BETWEEN ? AND ? AND
     sin(radians(latitude - ?) / 2) * sin(radians(latitude - ?) / 2) + cos(radians(latitude)) * cos(radians(?)) *
     sin(radians(longitude - ?) / 2) * sin(radians(longitude - ?) / 2) <= ?`,
    latitude - degrees,
    latitude + degrees,
    latitude,
    latitude,
    latitude,
    longitude,
    longitude,
    Math.sin(angle / 2) ** 2,
  );
};
