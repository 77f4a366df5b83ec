import type { ComponentChild } from 'preact';
import { CONFLICTING_VALUE, extensions, extensionValue } from '../../fhir/extension.ts';
import type { Resources } from '../../fhir/resources.ts';
import { valueText } from '../../fhir/value-text.ts';
import { elementsOf, type Placed } from '../../fhir/walk.ts';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { studyTexts } from '../../texts/en/study.ts';

const texts = studyTexts.conflicts;

/** The types of resources in which sources can disagree about a study. */
const TYPES = ['ResearchStudy', 'PlanDefinition', 'ActivityDefinition', 'EvidenceVariable', 'Group'] as const;

const SOURCE_MARK = 'http://hl7.org/fhir/StructureDefinition/derivation-reference';

interface Conflict {
  readonly placed: Placed;
  readonly otherwise: string;
  /** The document that says so, if one does. */
  readonly document?: string;
}

type Marked = Parameters<typeof extensions>[0];

const documentOf = (...elements: readonly unknown[]): string | undefined =>
  elements
    .flatMap((element) => extensions(element as Marked, SOURCE_MARK))
    .flatMap(({ extension = [] }) => extension)
    .find(({ url }) => url === 'reference')?.valueReference?.reference;

const conflictsOn = (placed: Placed): Conflict[] =>
  extensions(placed.element, CONFLICTING_VALUE).map((extension) => {
    const value = extensionValue(extension);
    const beside = Object.entries(extension).find(([name]) => name.startsWith('_value'))?.[1];
    const document = documentOf(beside, typeof value === 'object' ? value : undefined);
    return { placed, otherwise: valueText(value), ...(document && { document }) };
  });

/** What sources, or a source and a person, say differently of a study. */
export const conflictsIn = (resources: Resources): Conflict[] =>
  TYPES.flatMap((type) => resources.of(type)).flatMap((resource) =>
    elementsOf(resource).flatMap(conflictsOn),
  );

/** What is said otherwise, beside what is shown. */
export const Conflicts = ({ conflicts }: { conflicts: readonly Conflict[] }): ComponentChild => (
  <ScrollRegion label={texts.table}>
    <table class="panel">
      <ColumnHeads columns={[texts.element, texts.shown, texts.otherwise, texts.by]} />
      <tbody>
        {conflicts.map(({ placed, otherwise, document }, at) => (
          <tr key={at}>
            <th scope="row">
              <code>{placed.path}</code>
            </th>
            <td>{valueText(placed.value)}</td>
            <td>{otherwise}</td>
            <td>{document ? <a href={`/source/${document.split('/')[1]}`}>{document.slice(-8)}</a> : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);
