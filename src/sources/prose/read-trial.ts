import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Outcome, Trial } from '../../model/trial.ts';
import type { Article } from '../article.ts';
import { textFact } from '../passage.ts';
import { sizedArms } from '../table/arm-sizes.ts';
import { resultsOfTable } from '../table/results-of-table.ts';
import { sizesByOutcome } from '../table/sizes-by-outcome.ts';
import { notationIn } from '../table/table-form.ts';
import { readTable } from '../table/values-of-table.ts';
import { abbreviationsIn } from './abbreviation.ts';
import { armsOf } from './arms.ts';
import { assessmentsIn } from './assessments.ts';
import { concomitantCareIn } from './care.ts';
import { comparisonTestOf } from './comparison-test.ts';
import { designOf } from './design.ts';
import { objectiveIn } from './objective.ts';
import { isFinding, isOwn } from './own.ts';
import { type CountedAs, type Participants, participantsIn } from './participants.ts';
import { periodOf } from './period.ts';
import { populationOf } from './population.ts';
import { registrationsIn, registrationsOf } from './registration.ts';
import { type Endpoint, endpointsIn } from './results/endpoint.ts';
import { readResults } from './results/read-results.ts';
import { outcomeKey } from './results/statement.ts';
import type { Sentence } from './sentence.ts';

/** The outcomes that anything is said of, each once, with the role that some sentence gives it. */
const outcomesOf = (told: readonly Endpoint[]): readonly Outcome[] =>
  [...Map.groupBy(told, ({ outcome, domain }) => outcomeKey(outcome.value, domain))].flatMap(
    ([key, same]) => {
      const [first] = same;
      const role = same.find((one) => one.role)?.role ?? NOT_STATED;
      return first ? [{ key, name: first.outcome, role, domain: first.domain }] : [];
    },
  );

const totalOf = (participants: readonly Participants[], as: CountedAs): Stated<number> =>
  participants.find((counted) => counted.as === as)?.count ?? NOT_STATED;

const unique = (facts: readonly Fact<string>[]): readonly Fact<string>[] =>
  [...Map.groupBy(facts, ({ value }) => value).values()].flatMap(([first]) => first ?? []);

/** Reads the trial that an article reports from its title and the sentences of its sections. */
export const readTrial = (article: Article, sentences: readonly Sentence[]): Trial => {
  const own = sentences.filter(isOwn);
  const conclusions = sentences.filter(({ role }) => role === 'conclusions');
  const design = designOf(
    own.map(({ passage }) => passage),
    article.title ? [article.title] : [],
  );
  const participants = own.flatMap(participantsIn);
  const abbreviations = abbreviationsIn(sentences.map(({ text }) => text));
  const named = armsOf(
    own,
    sentences,
    participants,
    abbreviations,
    design,
    article.title,
    article.tables ?? [],
  );
  const title = article.title?.text ?? '';
  const notation = notationIn(sentences.map(({ text }) => text));
  const found = article.tables ? own.filter(({ text }) => isFinding(text, title)) : [];
  const ofOutcome = sizesByOutcome(found, named, abbreviations);
  const tables = (article.tables ?? []).map((table) =>
    readTable(table, named, abbreviations, notation, ofOutcome),
  );
  const arms = sizedArms(named.arms, tables);
  const analysed = totalOf(participants, 'analysed');
  const setting = { title, arms, names: named.names, analysed, test: comparisonTestOf(own) };
  const statements = [
    ...readResults(own, conclusions, setting),
    ...tables.flatMap((table) => resultsOfTable(table, setting)),
  ];
  const assessments = own.flatMap(assessmentsIn);
  const population = populationOf(own, article.title);
  return {
    registrations: registrationsOf(article.registrations ?? [], registrationsIn(sentences)),
    publication: article.publication,
    design,
    conditions: unique(population.conditions),
    objectives: own.flatMap(objectiveIn),
    period: periodOf(own),
    planned: totalOf(participants, 'planned'),
    enrolled: totalOf(participants, 'enrolled'),
    analysed,
    arms,
    concomitantCare: own.flatMap(concomitantCareIn),
    eligibility: population.eligibility,
    assessments,
    outcomes: outcomesOf([
      ...statements,
      ...own.flatMap(endpointsIn),
      ...assessments.flatMap(({ of }) => of).map((outcome) => ({ outcome, domain: 'effect' as const })),
    ]),
    results: statements.flatMap(({ results }) => results),
    conclusions: conclusions.map(({ passage }) => textFact(passage)),
  };
};
