import type { ComponentChild } from 'preact';
import { measureOf } from '../../fhir/effect-measure.ts';
import { pText } from '../../fhir/statistic.ts';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { evidenceTexts } from '../../texts/en/evidence.ts';
import type { EvidenceRow } from './evidence-row.ts';

const { directions: texts } = evidenceTexts;

const SIGNS: Readonly<Record<string, string>> = {
  increased: '↑',
  higher: '↑',
  decreased: '↓',
  lower: '↓',
  improved: '+',
  worsened: '−',
  'no significant difference': '=',
};

/** Whether something was found that a forest plot has no place for: a direction without a number. */
const isWithoutNumber = ({ direction, evidence }: EvidenceRow): boolean =>
  direction !== undefined &&
  !evidence.statistic?.some((one) => one.quantity !== undefined && measureOf(one) !== undefined);

/** The findings that have a direction but no number to draw. */
export const Directions = ({
  rows,
  ofOneStudy,
}: {
  rows: readonly EvidenceRow[];
  ofOneStudy: boolean;
}): ComponentChild => {
  const found = rows.filter(isWithoutNumber);
  if (found.length === 0) return null;
  return (
    <div class="panel forest">
      <h3>{texts.title}</h3>
      <div class="scroll">
        <table>
          <caption class="hidden">{texts.title}</caption>
          <ColumnHeads columns={[texts.result, texts.direction, texts.p]} />
          <tbody>
            {found.map(({ evidence, title, study, direction = '' }) => (
              <tr key={evidence.id}>
                <th scope="row">
                  {title}
                  {study && !ofOneStudy ? <span class="muted small"> {study.title}</span> : null}
                </th>
                <td class="evidence-direction">
                  <span aria-hidden="true">{SIGNS[direction] ?? ''}</span> {direction}
                </td>
                <td>{evidence.statistic?.map(pText).find((p) => p !== undefined)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
