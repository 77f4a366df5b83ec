import type { Exported } from './exported.ts';
import type { Study } from './study.ts';

type Write = (study: Study) => Exported;

/** A form in which studies are given to others. */
interface Format {
  readonly mediaType: string;
  /** Reads in what writes it, which no other form needs. */
  readonly load: () => Promise<Write>;
}

/** The forms in which studies are given to others, by their names. */
export const FORMATS = {
  'clinicaltrials-gov': {
    mediaType: 'application/json',
    load: () => import('./clinicaltrials-gov/record.ts').then((one) => one.clinicalTrialsGov),
  },
  metafor: {
    mediaType: 'text/csv; charset=utf-8',
    load: () => import('./results/metafor.ts').then((one) => one.metafor),
  },
  revman: {
    mediaType: 'text/csv; charset=utf-8',
    load: () => import('./results/revman.ts').then((one) => one.revman),
  },
  ris: {
    mediaType: 'application/x-research-info-systems',
    load: () => import('./ris.ts').then((one) => one.ris),
  },
} as const satisfies Record<string, Format>;

/** The name of a form. */
export type FormatName = keyof typeof FORMATS;

/** The names of all forms. */
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
