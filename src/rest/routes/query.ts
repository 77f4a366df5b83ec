import type { Parameter } from '../route.ts';

/** https://hl7.org/fhir/R5/http.html#history */
export const HISTORY_QUERY: readonly Parameter[] = [
  { name: '_count', description: 'Versions on a page; 0 for the total alone' },
  { name: '_since', description: 'Instant; only versions made at or after it' },
  { name: '_at', description: 'Date or time; only versions that were current then' },
  { name: '_page', description: 'As it stands in a next link' },
];
