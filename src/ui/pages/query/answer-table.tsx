import type { Bundle, FhirResource } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { queryTexts as texts } from '../../texts/en/query.ts';
import { cellText, columnsOf } from './cells.ts';

/** The resources of a Bundle as a table of what most of them have. `open` is called with a reference. */
export const AnswerTable = ({
  bundle,
  open,
}: {
  bundle: Bundle<FhirResource>;
  open: (reference: string) => void;
}): ComponentChild => {
  const entries = (bundle.entry ?? []).flatMap(({ resource, search }) =>
    resource ? [{ resource, mode: search?.mode }] : [],
  );
  if (entries.length === 0) return <p class="muted">{texts.nothing}</p>;
  const columns = columnsOf(entries.map(({ resource }) => resource));
  return (
    <ScrollRegion label={texts.answer}>
      <table class="query-table">
        <ColumnHeads columns={['id', ...columns]} />
        <tbody>
          {entries.map(({ resource, mode }, at) => {
            const reference = `${resource.resourceType}/${resource.id}`;
            return (
              <tr key={at}>
                <th scope="row">
                  <button type="button" class="quiet query-open" onClick={() => open(reference)}>
                    {reference}
                  </button>
                  {mode === 'include' ? <span class="badge">{texts.included}</span> : null}
                </th>
                {columns.map((column) => (
                  <td key={column}>{cellText(resource, column)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
};
