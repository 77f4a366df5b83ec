import { clinicalTrialsGov } from './clinicaltrials-gov/record.ts';
import type { Exported } from './exported.ts';
import { metafor } from './results/metafor.ts';
import { revman } from './results/revman.ts';
import { ris } from './ris.ts';
import type { Study } from './study.ts';

/** A form in which studies are given to others. */
interface Format {
  readonly mediaType: string;
  readonly write: (study: Study) => Exported;
}

/** The forms in which studies are given to others, by their names. */
export const FORMATS = {
  'clinicaltrials-gov': { mediaType: 'application/json', write: clinicalTrialsGov },
  metafor: { mediaType: 'text/csv; charset=utf-8', write: metafor },
  revman: { mediaType: 'text/csv; charset=utf-8', write: revman },
  ris: { mediaType: 'application/x-research-info-systems', write: ris },
} as const satisfies Record<string, Format>;

/** The name of a form. */
export type FormatName = keyof typeof FORMATS;

/** The names of all forms. */
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
