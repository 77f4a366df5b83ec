import type { CodeSystemConcept, ValueSet } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { profilesTexts as texts } from '../../texts/en/profiles.ts';

interface Row extends Pick<CodeSystemConcept, 'code' | 'display' | 'definition'> {
  readonly system?: string;
}

const flat = (concepts: readonly CodeSystemConcept[]): readonly Row[] =>
  concepts.flatMap((concept) => [concept, ...flat(concept.concept ?? [])]);

const ConceptTable = ({ rows }: { rows: readonly Row[] }): ComponentChild => (
  <ScrollRegion label={texts.concepts}>
    <table>
      <ColumnHeads columns={[texts.code, texts.display, texts.definition]} />
      <tbody>
        {rows.map(({ system, code, display, definition }) => (
          <tr key={`${system}|${code}`}>
            <th scope="row">
              <code>{code}</code>
            </th>
            <td>{display}</td>
            <td>{definition ?? system}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);

/** The concepts of a code system, those below others after them. */
export const Concepts = ({ concepts }: { concepts: readonly CodeSystemConcept[] }): ComponentChild => (
  <ConceptTable rows={flat(concepts)} />
);

/** What a value set includes: codes, whole systems, other value sets. */
export const Included = ({ compose }: ValueSet): ComponentChild => {
  const include = compose?.include ?? [];
  const rows = include.flatMap(({ system, concept = [] }) =>
    concept.map((one) => ({ ...one, ...(system && { system }) })),
  );
  const whole = include.flatMap(({ system, concept, valueSet = [] }) => [
    ...(system && !concept ? [system] : []),
    ...valueSet,
  ]);
  return (
    <>
      {whole.map((one) => (
        <p key={one}>
          {texts.wholeSystem} <code>{one}</code>
        </p>
      ))}
      {rows.length > 0 ? <ConceptTable rows={rows} /> : null}
    </>
  );
};
