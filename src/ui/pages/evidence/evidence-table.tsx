import type { EvidenceStatistic } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { saidText } from '../../fhir/concept.ts';
import { overallVerdict } from '../../fhir/number-check.ts';
import { pText, sampleSizeOf, valueText } from '../../fhir/statistic.ts';
import { VerdictBadge } from '../../parts/verdict-badge.tsx';
import { evidenceTexts as texts } from '../../texts/en/evidence.ts';
import type { EvidenceRow } from './evidence-row.ts';

/** So many statistics of one Evidence are shown before the others are folded. */
const SHOWN = 3;

const StatisticLine = ({ statistic }: { statistic: EvidenceStatistic }): ComponentChild => (
  <li>
    {statistic.category ? <span class="muted">{saidText(statistic.category)}: </span> : null}
    {statistic.statisticType ? `${saidText(statistic.statisticType)} ` : ''}
    <strong>{valueText(statistic)}</strong>
    {sampleSizeOf(statistic) === undefined ? '' : `, n ${sampleSizeOf(statistic)}`}
    {pText(statistic) === undefined ? '' : `, P ${pText(statistic)}`}
  </li>
);

const Statistics = ({ statistics }: { statistics: readonly EvidenceStatistic[] }): ComponentChild => {
  const folded = statistics.slice(SHOWN);
  return (
    <>
      <ul class="plain">
        {statistics.slice(0, SHOWN).map((statistic, at) => (
          <StatisticLine key={at} statistic={statistic} />
        ))}
      </ul>
      {folded.length > 0 ? (
        <details>
          <summary>{texts.more(folded.length)}</summary>
          <ul class="plain">
            {folded.map((statistic, at) => (
              <StatisticLine key={at} statistic={statistic} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
};

const Checks = ({ checks }: Pick<EvidenceRow, 'checks'>): ComponentChild => {
  const verdict = overallVerdict(checks);
  if (verdict === undefined) return <span class="muted small">{texts.noChecks}</span>;
  return (
    <details class="checks">
      <summary>
        <VerdictBadge verdict={verdict} />
      </summary>
      <ul class="plain">
        {checks.map((check, at) => (
          <li key={at}>
            <VerdictBadge verdict={check.verdict} /> <strong>{check.name}</strong>: {check.calculation}
          </li>
        ))}
      </ul>
    </details>
  );
};

const Groups = ({ groups, compared }: EvidenceRow): ComponentChild =>
  groups.length === 0 ? (
    <span class="muted">{texts.notStated}</span>
  ) : compared ? (
    `${groups.slice(0, -1).join(', ')} ${texts.against} ${groups.at(-1)}`
  ) : (
    groups.join(', ')
  );

const Row = ({
  row,
  chosen,
  choose,
  studyRows,
}: {
  row: EvidenceRow;
  chosen: boolean;
  choose: (ids: readonly string[], chosen: boolean) => void;
  /** How many rows the cell of the study spans; none where another row's cell does, or none is shown. */
  studyRows: number;
}): ComponentChild => {
  const { evidence, study, direction, title } = row;
  const { id = '', statistic = [], assertion } = evidence;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={texts.choose(title)}
          onChange={(event) => choose([id], event.currentTarget.checked)}
        />
      </td>
      {studyRows === 0 ? null : (
        <td class="evidence-study" rowSpan={studyRows}>
          {study ? <a href={`/studies/${study.id}`}>{study.title}</a> : null}
        </td>
      )}
      <td>
        <Groups {...row} />
      </td>
      <td>
        <Statistics statistics={statistic} />
        {assertion === undefined ? null : <p>{assertion}</p>}
        {direction === undefined ? null : <p class="small">{texts.direction(direction)}</p>}
      </td>
      <td>
        <Checks checks={row.checks} />
      </td>
    </tr>
  );
};

/** Evidence by outcome: what was found in which groups, and what a check found of the numbers. */
export const EvidenceTable = ({
  rows,
  chosen,
  choose,
  ofOneStudy,
}: {
  rows: readonly EvidenceRow[];
  chosen: ReadonlySet<string>;
  choose: (ids: readonly string[], chosen: boolean) => void;
  ofOneStudy: boolean;
}): ComponentChild => {
  const outcomes = [...Map.groupBy(rows, ({ outcome }) => outcome.toLowerCase()).values()];
  const columns = ofOneStudy ? 4 : 5;
  const idsOf = (same: readonly EvidenceRow[]): string[] => same.map(({ evidence: { id = '' } }) => id);
  return (
    <div class="scroll">
      <table class="evidence-table">
        <caption class="hidden">{texts.title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden">{texts.columns.choose}</span>
            </th>
            {ofOneStudy ? null : <th scope="col">{texts.columns.study}</th>}
            <th scope="col">{texts.columns.groups}</th>
            <th scope="col">{texts.columns.estimate}</th>
            <th scope="col">{texts.columns.check}</th>
          </tr>
        </thead>
        {outcomes.map((same) => (
          <tbody key={same[0]!.evidence.id}>
            <tr class="evidence-outcome">
              <td>
                <input
                  type="checkbox"
                  checked={idsOf(same).every((id) => chosen.has(id))}
                  aria-label={texts.chooseAll(same[0]!.outcome)}
                  onChange={(event) => choose(idsOf(same), event.currentTarget.checked)}
                />
              </td>
              <th scope="rowgroup" colSpan={columns - 1}>
                {same[0]!.outcome}
              </th>
            </tr>
            {[...Map.groupBy(same, ({ study }) => study?.id).values()].flatMap((ofStudy) =>
              ofStudy.map((row, at) => (
                <Row
                  key={row.evidence.id}
                  row={row}
                  chosen={chosen.has(row.evidence.id ?? '')}
                  choose={choose}
                  studyRows={ofOneStudy || at > 0 ? 0 : ofStudy.length}
                />
              )),
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
};
