import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Party, Site } from '../../model/record/record.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES } from '../progress-state.ts';
import { composed, party, site } from '../record-parts.ts';
import { answers, first, groups, sameThings, wordsOf } from './answers.ts';
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
        { name: said(entries, 'B.1.1'), address: said(entries, 'B.1.3.4') },
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
        address: composed(...['B.5.3.1', 'B.5.3.2', 'B.5.3.3', 'B.5.3.4'].map((code) => said(entries, code))),
        phone: said(entries, 'B.5.4'),
        email: said(entries, 'B.5.6'),
      }),
    ),
  ];
};

const COUNTRY = /^(?<country>.+?)\s+-\s+\S/;

/** The country that answers for a protocol: the one of its authority. */
export const countryOf = ({ words }: Located): string => COUNTRY.exec(words)?.groups?.country ?? words;

/** What the register writes in place of a country for protocols from elsewhere. */
export const NO_COUNTRY = /^outside/i;

/** The label of the summary’s field for how far the trial is. */
export const STATUS = /^Trial Status$/;

/** What becomes of the trial in each of several countries. */
export const sites = (protocols: readonly Protocol[]): readonly Site[] =>
  (protocols.length > 1 ? protocols : []).flatMap(({ entries }) => {
    const country = first(
      answers(entries, 'A.1', (node) => (NO_COUNTRY.test(node.words) ? undefined : countryOf(node))),
    );
    const status = first(
      answers(entries, '', ({ words }) => PROGRESS_STATES.get(words.toLowerCase()), STATUS),
    );
    return country === NOT_STATED ? [] : [site({ country, status })];
  });
