import { mirrored } from '../../pages.ts';
import { toldBy } from '../../told.ts';

const METHODS =
  'METHODS: In this trial, patients with glass bone were randomised to the ossil group (n = 40) or the placebo group (n = 38).';

/** The results that one sentence gives in a trial of ossil (40 patients) against placebo (38). */
export const resultsOf = (sentence: string, section = 'RESULTS'): readonly string[] =>
  toldBy(
    mirrored({
      title: 'Ossil in glass bone: a randomised trial',
      abstract: `${METHODS} ${section}: ${sentence}`,
    }),
  ).results;
