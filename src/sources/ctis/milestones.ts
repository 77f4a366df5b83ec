import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Milestone } from '../../model/record/record.ts';
import { at, coded, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { partOf, wordingOf } from '../located/wording.ts';
import { concluded, firstStated, merged, milestone, stated } from '../record-parts.ts';
import { type Application, date, memberStates, said } from './application.ts';
import { NOTIFICATIONS } from './codes.ts';

/** What happens in one place. */
type LocalMilestone = Milestone & Required<Pick<Milestone, 'place'>>;

const local = (
  event: Milestone['event'],
  when: Stated<string>,
  place: Fact<string>,
): readonly LocalMilestone[] => milestone(event, when).map((one) => ({ ...one, place }));

const IN_STATE: readonly (readonly [Milestone['event'], list: string, path: string])[] = [
  ['decision', '', 'firstDecisionDate'],
  ['halt', '', 'temporaryHaltDate'],
  ['restart', '', 'trialRestartDate'],
  ['recruitment-restart', '', 'recruitmentRestartDate'],
  ['start', 'activeTrialPeriod', 'trialStartDate'],
  ['completion', 'activeTrialPeriod', 'trialEndDate'],
  ['start', 'trialPeriod', 'trialStartDate'],
  ['completion', 'trialPeriod', 'trialEndDate'],
  ['recruitment-start', 'activeTrialRecruitmentPeriod', 'recruitmentStartDate'],
  ['recruitment-end', 'activeTrialRecruitmentPeriod', 'recruitmentEndDate'],
  ['recruitment-start', 'trialRecruitmentPeriod', 'recruitmentStartDate'],
  ['recruitment-end', 'trialRecruitmentPeriod', 'recruitmentEndDate'],
];

/** What a member state notifies, in the form of today or the one before. */
const notified = ({ root }: Application): readonly LocalMilestone[] =>
  [
    ...oneOrMore(root, 'events.trialEvents').map((node) => [node, oneOrMore(node, 'events')] as const),
    ...oneOrMore(root, 'mscTrialNotificationsInfoList').map(
      (node) => [node, oneOrMore(node, 'mscNotificationsListInfo')] as const,
    ),
  ].flatMap(([node, events]) =>
    stated(said(node, 'mscName')).flatMap((place) =>
      events.flatMap((one) =>
        stated(coded(one, 'notificationType', NOTIFICATIONS)).flatMap(({ value: event }) =>
          local(event, date(one, 'date'), place),
        ),
      ),
    ),
  );

const DECISION = /\b(?<state>[A-Z]{2}):\s*(?<date>\d{4}-\d\d-\d\d)(?=$|[,;\s])/g;

/** The decisions of the member states in one value: `DE:2031-02-01, FR:2031-02-03`. */
const decisions = (root: Located): readonly LocalMilestone[] => {
  const node = at(root, 'decisionDate');
  const wording = node && wordingOf(node);
  return node === undefined || wording === undefined || node.words === ''
    ? []
    : [...wording.text.matchAll(DECISION)].flatMap(
        ({ 0: all, index, groups: { state = '', date: day = '' } = {} }) => {
          const from = index + all.length - day.length;
          const place = partOf(node, wording, index, index + state.length);
          return local('decision', partOf(node, wording, from, from + day.length), place);
        },
      );
};

/** What happens in each member state, each once with all the places that tell it. */
const inStates = (application: Application): readonly Milestone[] => {
  const all: readonly LocalMilestone[] = [
    ...notified(application),
    ...memberStates(application).flatMap(({ name, node }) =>
      IN_STATE.flatMap(([event, list, path]) =>
        (list === '' ? [node] : oneOrMore(node, list)).flatMap((one) => local(event, date(one, path), name)),
      ),
    ),
    ...decisions(application.root),
  ];
  const same = Map.groupBy(all, ({ event, date: { value }, place }) => `${event} ${value} ${place.value}`);
  return [...same.values()].flatMap(([first, ...others]) => {
    const [when] = merged([first, ...others].flatMap((one) => (one ? [one.date] : [])));
    return first && when ? [{ ...first, date: when }] : [];
  });
};

/** What happens to the trial, as it was and as it is planned. */
export const milestones = (application: Application): readonly Milestone[] => {
  const { root, information } = application;
  const duration = at(information, 'trialDuration');
  const actual = (event: Milestone['event'], fact: Stated<string>): readonly Milestone[] =>
    milestone(event, fact, fact === NOT_STATED ? NOT_STATED : concluded(fact, true));
  const planned = (event: Milestone['event'], fact: Stated<string>): readonly Milestone[] =>
    milestone(event, fact, fact === NOT_STATED ? NOT_STATED : concluded(fact, false));
  const [end] = merged([
    ...stated(date(duration, 'estimatedGlobalEndDate')),
    ...stated(date(duration, 'estimatedEndDate')),
  ]);
  return [
    ...milestone('first-submitted', date(root, 'submissionDate')),
    ...milestone('decision', firstStated(date(root, 'authorizationDate'), date(root, 'decisionDate'))),
    ...milestone('first-posted', date(root, 'publishDate')),
    ...actual('start', firstStated(date(root, 'startDateEU'), date(root, 'trialStartDate'))),
    ...planned('first-enrolment', date(duration, 'estimatedRecruitmentStartDate')),
    ...planned('completion', end ?? NOT_STATED),
    ...actual(
      'completion',
      firstStated(
        date(root, 'events.trialGlobalEndDate'),
        date(root, 'trialGlobalEndDate'),
        date(root, 'endDateEU'),
        date(root, 'trialEndDate'),
        date(root, 'trialGlobalEnd'),
        date(root, 'endDate'),
      ),
    ),
    ...milestone('results-submitted', date(root, 'resultsFirstReceived')),
    ...milestone('last-updated', date(root, 'lastUpdated')),
    ...inStates(application),
  ];
};
