import type { EvidenceVariable, ResearchStudy, ResearchStudyOutcomeMeasure } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { conceptText, saidText } from '../../fhir/concept.ts';
import { overallVerdict } from '../../fhir/number-check.ts';
import { placeOf, type Resources } from '../../fhir/resources.ts';
import { pText, sampleSizeOf, valueText } from '../../fhir/statistic.ts';
import { VerdictBadge } from '../../parts/verdict-badge.tsx';
import { studyTexts } from '../../texts/en/study.ts';
import type { EvidenceRow } from '../evidence/evidence-row.ts';

const texts = studyTexts.outcomes;

/** So many results of an outcome are shown before the rest is left to the page of the evidence. */
const SHOWN = 6;

/** The result of a row in a line. */
const Result = ({
  row: { evidence, groups, compared, direction, checks },
}: {
  row: EvidenceRow;
}): ComponentChild => {
  const verdict = overallVerdict(checks);
  return (
    <li>
      <span class="muted">{groups.join(compared ? ' – ' : ', ')}</span>{' '}
      {(evidence.statistic ?? []).slice(0, 2).map((statistic, at) => {
        const [n, p] = [sampleSizeOf(statistic), pText(statistic)];
        const value = valueText(statistic);
        const beside = [n !== undefined && `n = ${n}`, p && `P ${/^[<>≤≥]/.test(p) ? p : `= ${p}`}`];
        return (
          <span key={at} class="result">
            {statistic.category ? `${saidText(statistic.category)}: ` : ''}
            {statistic.statisticType ? `${conceptText(statistic.statisticType)} ` : ''}
            {value === '' ? null : <strong>{value} </strong>}
            {beside.filter(Boolean).join(', ')}
          </span>
        );
      })}
      {evidence.statistic ? null : <span>{evidence.assertion}</span>}
      {direction ? <span class="badge">{direction}</span> : null}
      {verdict ? <VerdictBadge verdict={verdict} /> : null}
    </li>
  );
};

const timesOf = (variable: EvidenceVariable | undefined): string =>
  (variable?.characteristic ?? [])
    .flatMap(({ timeFromEvent = [] }) => timeFromEvent)
    .map(
      ({ description, quantity }) =>
        description ?? [quantity?.value, quantity?.unit].filter(Boolean).join(' '),
    )
    .filter(Boolean)
    .join('; ');

const Outcome = ({
  outcome,
  variable,
  rows,
  evidence,
}: {
  outcome: ResearchStudyOutcomeMeasure;
  variable: EvidenceVariable | undefined;
  rows: readonly EvidenceRow[] | undefined;
  evidence: string;
}): ComponentChild => {
  const when = timesOf(variable);
  return (
    <li class="panel outcome">
      <h3>{outcome.name ?? variable?.title}</h3>
      <p class="row small">
        {outcome.type?.map((type) => (
          <span key={conceptText(type)} class="badge badge-accent">
            {conceptText(type)}
          </span>
        ))}
        {when ? <span class="muted">{when}</span> : null}
      </p>
      {outcome.description ? (
        <details>
          <summary>{texts.description}</summary>
          <p class="written">{outcome.description}</p>
        </details>
      ) : null}
      {rows === undefined ? null : rows.length === 0 ? (
        <p class="muted small">{texts.noResults}</p>
      ) : (
        <ul class="results">
          {rows.slice(0, SHOWN).map((row) => (
            <Result key={row.evidence.id} row={row} />
          ))}
        </ul>
      )}
      {rows && rows.length > SHOWN ? <a href={evidence}>{texts.more(rows.length - SHOWN)}</a> : null}
    </li>
  );
};

const measures = ({ evidence }: EvidenceRow, places: ReadonlySet<string>): boolean =>
  evidence.variableDefinition.some(({ observed, intended }) =>
    [observed, intended].some((reference) => reference && places.has(placeOf(reference))),
  );

/** The outcomes of a study with what was found, once the results have come. */
export const Outcomes = ({
  study,
  resources,
  rows,
}: {
  study: ResearchStudy;
  resources: Resources;
  rows: readonly EvidenceRow[] | undefined;
}): ComponentChild => {
  const outcomes = study.outcomeMeasure ?? [];
  const evidence = `/evidence?study=${study.id}`;
  const places = new Set(outcomes.flatMap(({ reference }) => (reference ? [placeOf(reference)] : [])));
  const other = rows?.filter((row) => !measures(row, places)).length ?? 0;
  return (
    <>
      {outcomes.length === 0 ? <p class="muted">{texts.none}</p> : null}
      <ul class="outcomes">
        {outcomes.map((outcome, at) => {
          const own = new Set(outcome.reference ? [placeOf(outcome.reference)] : []);
          return (
            <Outcome
              key={at}
              outcome={outcome}
              variable={resources.at<EvidenceVariable>(outcome.reference)}
              rows={rows?.filter((row) => measures(row, own))}
              evidence={evidence}
            />
          );
        })}
      </ul>
      <p>
        {other > 0 ? `${texts.other(other)}. ` : ''}
        {rows && rows.length > 0 ? <a href={evidence}>{texts.all}</a> : null}
      </p>
    </>
  );
};
