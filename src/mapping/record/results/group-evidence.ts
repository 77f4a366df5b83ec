import type { EvidenceStatistic, Reference } from 'fhir/r5.js';
import type { Markup } from '../../../fhir/narrative.ts';
import type { Group } from '../../../model/record/results.ts';
import {
  type Entry,
  exposureDefinition,
  measuredDefinition,
  populationDefinition,
  type ResultsContext,
  resultEvidence,
  type Section,
} from './result-evidence.ts';
import type { ResultVariable } from './result-variable.ts';
import { type Column, subjectName, subjectsOf } from './subject.ts';

/** What a table of a record's results is about, and what it has of each group. */
interface Grouped<T> {
  readonly section: Section;
  readonly variable: ResultVariable;
  readonly groups: readonly Group[];
  readonly columns: ReadonlyMap<string, Column<T>>;
  /** The people it looks at, where the record has words for them. */
  readonly population?: string | undefined;
  /** The variable of the outcome that was planned. */
  readonly intended?: Reference | undefined;
}

/** What is told of a group: for people, and as statistics. */
interface Told {
  readonly text: readonly Markup[];
  readonly statistic: EvidenceStatistic[];
}

/** A table of a record's results, an Evidence for each of its groups: https://hl7.org/fhir/R5/evidence.html */
export const groupEvidence = <T>(
  context: ResultsContext,
  { section, variable, groups, columns, population, intended }: Grouped<T>,
  tell: (cells: readonly T[]) => Told,
): readonly Entry[] =>
  subjectsOf(groups, columns).map(({ id, subject, key }) => {
    const { text, statistic } = tell(columns.get(id)?.cells ?? []);
    const title = `${variable.name}: ${subjectName(subject)}`;
    return {
      section,
      evidence: resultEvidence(context, 'arm-evidence', title, [variable.key, key], text, {
        variableDefinition: [
          populationDefinition(context, population),
          exposureDefinition(context, subject),
          measuredDefinition(context, variable, intended),
        ],
        statistic,
      }),
    };
  });
