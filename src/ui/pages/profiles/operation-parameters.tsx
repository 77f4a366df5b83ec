import type { OperationDefinition } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { profilesTexts as texts } from '../../texts/en/profiles.ts';

/** What an operation takes and gives. */
export const OperationParameters = ({ parameter = [] }: OperationDefinition): ComponentChild => (
  <ScrollRegion label={texts.parameters}>
    <table>
      <ColumnHeads columns={[texts.name, texts.use, texts.cardinality, texts.type, texts.description]} />
      <tbody>
        {parameter.map(({ name, use, min, max, type, documentation }) => (
          <tr key={`${use} ${name}`}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{texts.uses[use]}</td>
            <td>{`${min}..${max}`}</td>
            <td>{type}</td>
            <td>{documentation}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);
