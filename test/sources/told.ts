import { NOT_STATED, type Stated } from '../../src/model/fact.ts';
import type {
  Administration,
  Arm,
  Interval,
  Measure,
  PValue,
  Result,
  Subject,
  TimePoint,
  Trial,
} from '../../src/model/trial.ts';
import { read } from '../../src/sources/read.ts';

const say = <T>(fact: Stated<T>, as: (value: T) => string = String): string =>
  fact === NOT_STATED ? '' : as(fact.value);

const joined = (separator: string, ...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(separator);

const labelled = (label: string, value: string): string => (value === '' ? '' : `${label} ${value}`);

const time = (point: TimePoint): string => {
  if (point.kind === 'baseline') return 'at baseline';
  if (point.kind === 'during') return `during ${point.text}`;
  const { value, unit } = point.offset;
  return joined(' ', `at ${value} ${unit}`, labelled('after', point.event ?? ''));
};

const who = (subject: Subject): string =>
  subject.kind === 'arm'
    ? subject.arm
    : subject.kind === 'treatment'
      ? `those on ${subject.name.value}`
      : subject.kind;

const interval = ({ type, level, low, high }: Interval): string =>
  joined(' ', type, say(level), `${low.value} to ${high.value}`);

const measure = ({ type, value, unit, spread, standardDeviation }: Measure): string =>
  joined(
    ' ',
    type,
    value.value,
    say(unit),
    labelled('SD', say(standardDeviation)),
    say(spread, (found) => `(${interval(found)})`),
  );

const pValue = ({ comparator, value }: PValue): string => `P ${comparator ?? '='} ${value}`;

const administration = (given: Administration): string =>
  joined(
    ', ',
    given.agent.value,
    labelled('from', say(given.source)),
    labelled(
      'dose',
      say(given.dose, ({ value, unit }) => `${value ?? 'lost'} ${unit}`),
    ),
    labelled('route', say(given.route)),
    labelled('form', say(given.form)),
    labelled('times', say(given.count)),
    labelled(
      'every',
      say(given.interval, ({ value, unit }) => `${value} ${unit}`),
    ),
  );

const arm = (one: Arm): string =>
  joined(
    '; ',
    `${one.key} “${one.name.value}”`,
    say(one.role),
    one.membership === 'external' ? 'external' : '',
    labelled('enrolled', say(one.enrolled)),
    labelled('treated', say(one.treated)),
    labelled('analysed', say(one.analysed)),
    ...one.administrations.map(administration),
  );

const result = (one: Result): string => {
  const about = joined(' ', one.outcome, say(one.timePoint, time));
  if (one.kind === 'group')
    return joined(' | ', about, joined(' of ', who(one.subject), say(one.n)), ...one.measures.map(measure));
  if (one.kind === 'finding')
    return joined(
      ' | ',
      about,
      joined(' against ', who(one.subject), say(one.reference, who)),
      say(one.direction),
      `“${one.words.value}”`,
    );
  return joined(
    ' | ',
    about,
    joined(' against ', who(one.exposure), say(one.reference, who)),
    say(one.estimate, ({ type, value }) => `${type} ${value}`),
    say(one.interval, interval),
    say(one.pValue, pValue),
    say(one.direction),
    labelled('tested by', say(one.test)),
  );
};

/** What a trial says, in short: only what is stated has a line. */
export const told = (trial: Trial) => {
  const { publication, design } = trial;
  return {
    registrations: trial.registrations.map(({ number, registered, url }) =>
      joined(', ', number.value, say(registered), say(url)),
    ),
    publication: joined(
      '; ',
      say(publication.title),
      ...publication.translatedTitles.map(({ value }) => `${value.language}: ${value.text}`),
      ...publication.authors.map(({ value }) => value.text),
      say(publication.journal),
      say(publication.publisher),
      say(publication.published),
      say(publication.doi),
      say(publication.issn),
    ),
    design: joined(
      ', ',
      say(design.phase),
      say(design.allocation),
      say(design.allocationMethod),
      say(design.masking),
      say(design.comparator),
      say(design.centres),
    ),
    conditions: trial.conditions.map(({ value }) => value),
    objectives: trial.objectives.map(({ value }) => value),
    period: joined(' to ', say(trial.period.start), say(trial.period.end)),
    numbers: joined(
      ', ',
      labelled('planned', say(trial.planned)),
      labelled('enrolled', say(trial.enrolled)),
      labelled('analysed', say(trial.analysed)),
    ),
    arms: trial.arms.map(arm),
    care: trial.concomitantCare.map(({ value }) => value),
    eligibility: trial.eligibility.map(({ text, exclude }) => `${exclude ? 'not ' : ''}${text.value}`),
    assessments: trial.assessments.map(
      (one) => `${say(one.time, time)}: ${one.of.map(({ value }) => value).join(', ')}`,
    ),
    results: trial.results.map(result),
    conclusions: trial.conclusions.map(({ value }) => value),
  };
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the trial in a text says. Throws where the text is refused. */
export const toldBy = (text: string | Uint8Array): ReturnType<typeof told> => {
  const found = read(typeof text === 'string' ? bytesOf(text) : text);
  if (found.kind === 'refused') throw new Error(`taken for ${found.takenFor}, without ${found.missing}`);
  if (found.kind !== 'trial') throw new Error(`taken for a ${found.kind}`);
  return told(found.trial);
};
