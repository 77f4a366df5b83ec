import type { ArtifactAssessment, Evidence } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import type { Preview } from '../../fhir/document.ts';
import { checksOf, overallVerdict } from '../../fhir/number-check.ts';
import { resourcesOf } from '../../fhir/search.ts';
import { pText, valueText } from '../../fhir/statistic.ts';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { VerdictBadge } from '../../parts/verdict-badge.tsx';
import { tryTexts as texts } from '../../texts/en/try.ts';

const Row = ({
  evidence,
  assessments,
}: {
  evidence: Evidence;
  assessments: readonly ArtifactAssessment[];
}): ComponentChild => {
  const checks = assessments
    .filter(({ artifactReference }) => artifactReference?.reference?.startsWith(`Evidence/${evidence.id}/`))
    .flatMap(checksOf);
  const verdict = overallVerdict(checks);
  const statistics = evidence.statistic ?? [];
  return (
    <tr>
      <th scope="row">{evidence.title}</th>
      <td>{statistics.map(valueText).filter(Boolean).join('; ')}</td>
      <td>{statistics.map(pText).filter(Boolean).join('; ')}</td>
      <td>
        {verdict === undefined ? (
          <span class="muted">{texts.unchecked}</span>
        ) : (
          <details>
            <summary>
              <VerdictBadge verdict={verdict} />
            </summary>
            <ul class="try-checks" aria-label={texts.calculation}>
              {checks.map((check, at) => (
                <li key={at}>
                  <VerdictBadge verdict={check.verdict} /> {check.calculation}
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
};

/** Every result of a preview that has numbers, with what was found of them; `name` is that of the document. */
export const Numbers = ({ name, bundle }: Preview & { name: string }): ComponentChild => {
  const assessments = resourcesOf<ArtifactAssessment>(bundle, 'ArtifactAssessment');
  const results = resourcesOf<Evidence>(bundle, 'Evidence').filter(
    ({ statistic = [] }) => statistic.length > 0,
  );
  if (results.length === 0) return <p class="muted">{texts.noNumbers}</p>;
  return (
    <ScrollRegion label={texts.numbersOf(name)}>
      <table>
        <ColumnHeads columns={Object.values(texts.columns)} />
        <tbody>
          {results.map((evidence) => (
            <Row key={evidence.id} evidence={evidence} assessments={assessments} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};
