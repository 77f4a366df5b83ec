import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Party, Site } from '../../model/record/record.ts';
import { PROGRESS_STATES, progressIn } from '../progress-state.ts';
import { party, site } from '../record-parts.ts';
import { answers, countryIn, first, groups, sameThings, wordsOf } from './answers.ts';
import type { Entry, Protocol } from './form.ts';

/** Sponsors, who supports them, and whom to ask; each once over all protocols. */
export const parties = (protocols: readonly Protocol[]): readonly Party[] => {
  const sponsors = sameThings(groups(protocols, 'B.Sponsor'), 'B.1.1');
  const supports = sameThings(groups(protocols, 'B.4'), 'B.4.1');
  const contacts = sameThings(groups(protocols, 'B.Sponsor'), 'B.5.1', 'B.5.2', 'B.5.4', 'B.5.6');
  const said = (entries: readonly Entry[], code: string): Stated<string> =>
    first(answers(entries, code, wordsOf));
  return [
    ...sponsors.flatMap((entries, at) =>
      party(
        at === 0 ? 'lead-sponsor' : 'collaborator',
        'organisation',
        { name: said(entries, 'B.1.1'), country: said(entries, 'B.1.3.4') },
        said(entries, 'B.3.1'),
      ),
    ),
    ...supports.flatMap((entries) =>
      party('funder', 'organisation', { name: said(entries, 'B.4.1'), address: said(entries, 'B.4.2') }),
    ),
    ...contacts.flatMap((entries) =>
      party('contact', 'person', {
        name: said(entries, 'B.5.2'),
        affiliation: said(entries, 'B.5.1'),
        address: said(entries, 'B.5.3.1'),
        city: said(entries, 'B.5.3.2'),
        postalCode: said(entries, 'B.5.3.3'),
        country: said(entries, 'B.5.3.4'),
        phone: said(entries, 'B.5.4'),
        email: said(entries, 'B.5.6'),
      }),
    ),
  ];
};

/** How far the trial is, by the summary and by what is reported of its end. */
export const statuses = (entries: readonly Entry[]): readonly Fact<string>[] => [
  ...answers(entries, '', wordsOf, /^Trial Status$/),
  ...answers(entries, 'P.', wordsOf, /^End of Trial Status$/),
];

/** What becomes of the trial in each of several countries. */
export const sites = (protocols: readonly Protocol[]): readonly Site[] =>
  (protocols.length > 1 ? protocols : []).flatMap(({ entries }) => {
    const country = countryIn(entries);
    const { state, progress = [] } = progressIn(PROGRESS_STATES, ...statuses(entries));
    return country === NOT_STATED
      ? []
      : [
          site({
            country,
            status: state,
            ...(state === NOT_STATED && { statusWords: progress[0] ?? NOT_STATED }),
          }),
        ];
  });
