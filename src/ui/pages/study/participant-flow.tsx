import type { ComponentChild } from 'preact';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { flowTexts as texts } from '../../texts/en/flow.ts';
import type { Flow, FlowGroup } from './flow.ts';
import { FlowDiagram } from './flow-diagram.tsx';

const Rows = ({ name, steps }: FlowGroup): ComponentChild =>
  steps.flatMap(({ name: step, people, reasons }) =>
    [{ name: step, people }, ...reasons].map((line, at) => (
      <tr key={`${step} ${at}`}>
        <th scope="row">{name}</th>
        <td>{at === 0 ? line.name : `– ${line.name}`}</td>
        <td>{line.people.toLocaleString('en')}</td>
      </tr>
    )),
  );

/** How people went through a study, as a CONSORT diagram of what is stated: https://www.equator-network.org/reporting-guidelines/consort/ */
export const ParticipantFlow = ({ flow }: { flow: Flow }): ComponentChild => (
  <>
    <p class="muted small">{texts.lead}</p>
    <ScrollRegion label={texts.description(flow.groups.length)}>
      <FlowDiagram {...flow} />
    </ScrollRegion>
    <details>
      <summary>{texts.asTable}</summary>
      <table>
        <ColumnHeads columns={[texts.group, texts.step, texts.number]} />
        <tbody>
          <Rows name={texts.all} steps={flow.together} />
          {flow.groups.map((group, at) => (
            <Rows key={at} {...group} />
          ))}
        </tbody>
      </table>
    </details>
  </>
);
