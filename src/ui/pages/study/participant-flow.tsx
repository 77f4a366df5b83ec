import type { ComponentChild } from 'preact';
import { ACCENT, Drawing, FAINT, INK } from '../../parts/drawing.tsx';
import { linesOf } from '../../parts/lines.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { flowTexts as texts } from '../../texts/en/flow.ts';
import type { Flow, FlowGroup, FlowStep } from './flow.ts';

// In the units of the drawing.
const COLUMN = 230;
const GAP = 24;
const BETWEEN = 22;
const LINE = 17;
const PADDING = 10;
const CHARACTERS = 32;

/** A step as the lines of its box: its name, its number, then the reasons. */
const boxLines = ({ name, people, reasons }: FlowStep): readonly string[] => [
  ...linesOf(`${name} (${texts.people(people)})`, CHARACTERS, 3),
  ...reasons.flatMap((reason) => linesOf(`– ${reason.name} (${texts.people(reason.people)})`, CHARACTERS, 2)),
];

const heightOf = (lines: readonly string[]): number => lines.length * LINE + PADDING * 2;

const Box = ({ x, y, lines }: { x: number; y: number; lines: readonly string[] }): ComponentChild => (
  <g>
    <rect
      x={x}
      y={y}
      width={COLUMN}
      height={heightOf(lines)}
      rx={4}
      fill="none"
      stroke={FAINT}
      class="plot-faint-line"
    />
    {lines.map((line, at) => (
      <text
        key={at}
        x={x + PADDING}
        y={y + PADDING + LINE * (at + 0.5)}
        dominant-baseline="central"
        font-size={12.5}
        fill={INK}
        class="plot-ink"
      >
        {line}
      </text>
    ))}
  </g>
);

const Arrow = ({ x, from, to }: { x: number; from: number; to: number }): ComponentChild => (
  <g>
    <line x1={x} x2={x} y1={from} y2={to - 5} stroke={FAINT} class="plot-faint-line" />
    <path d={`M${x - 4} ${to - 6}L${x} ${to}L${x + 4} ${to - 6}Z`} fill={FAINT} class="plot-faint" />
  </g>
);

interface Placed {
  readonly lines: readonly string[];
  readonly y: number;
}

/** Boxes one under the other, from a height on. */
const stacked = (boxes: readonly (readonly string[])[], top: number): readonly Placed[] => {
  let y = top;
  return boxes.map((lines) => {
    const placed = { lines, y };
    y += heightOf(lines) + BETWEEN;
    return placed;
  });
};

const endOf = ({ lines, y }: Placed): number => y + heightOf(lines);

const Column = ({
  group,
  x,
  boxes,
  top,
}: {
  group: FlowGroup;
  x: number;
  boxes: readonly Placed[];
  top: number;
}) => (
  <g>
    {linesOf(group.name, CHARACTERS, 2).map((line, at) => (
      <text
        key={at}
        x={x + COLUMN / 2}
        y={top + LINE * (at + 0.5)}
        text-anchor="middle"
        dominant-baseline="central"
        font-weight={650}
        fill={ACCENT}
        class="plot-mark"
      >
        {line}
      </text>
    ))}
    {boxes.map((box, at) => (
      <g key={at}>
        {at === 0 ? null : <Arrow x={x + COLUMN / 2} from={endOf(boxes[at - 1]!)} to={box.y} />}
        <Box x={x} y={box.y} lines={box.lines} />
      </g>
    ))}
  </g>
);

/** The line that divides all into the groups. */
const Branches = ({
  from,
  to,
  columns,
  middle,
}: {
  from: number;
  to: number;
  columns: readonly number[];
  middle: number;
}) => {
  const turn = (from + to) / 2;
  const centres = columns.map((x) => x + COLUMN / 2);
  return (
    <g>
      <line x1={middle} x2={middle} y1={from} y2={turn} stroke={FAINT} class="plot-faint-line" />
      <line
        x1={Math.min(middle, ...centres)}
        x2={Math.max(middle, ...centres)}
        y1={turn}
        y2={turn}
        stroke={FAINT}
        class="plot-faint-line"
      />
      {centres.map((x) => (
        <Arrow key={x} x={x} from={turn} to={to} />
      ))}
    </g>
  );
};

const Diagram = ({ together, groups }: Flow): ComponentChild => {
  const width = groups.length * COLUMN + (groups.length - 1) * GAP + 2;
  const middle = width / 2;
  const columns = groups.map((_, at) => 1 + at * (COLUMN + GAP));
  const all = stacked(together.map(boxLines), 1);
  const allEnd = all.length === 0 ? 0 : endOf(all.at(-1)!);
  const namesAt = all.length === 0 ? 0 : allEnd + BETWEEN * 1.6;
  const names = Math.max(...groups.map(({ name }) => linesOf(name, CHARACTERS, 2).length)) * LINE + 8;
  const boxes = groups.map(({ steps }) => stacked(steps.map(boxLines), namesAt + names));
  const height = Math.max(...boxes.map((column) => endOf(column.at(-1)!))) + 2;
  return (
    <Drawing width={width} height={height} label={texts.description(groups.length)}>
      {all.map((box, at) => (
        <g key={at}>
          {at === 0 ? null : <Arrow x={middle} from={endOf(all[at - 1]!)} to={box.y} />}
          <Box x={middle - COLUMN / 2} y={box.y} lines={box.lines} />
        </g>
      ))}
      {all.length === 0 ? null : (
        <Branches from={allEnd} to={namesAt - 3} columns={columns} middle={middle} />
      )}
      {groups.map((group, at) => (
        <Column key={at} group={group} x={columns[at]!} boxes={boxes[at]!} top={namesAt} />
      ))}
    </Drawing>
  );
};

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
      <Diagram {...flow} />
    </ScrollRegion>
    <details>
      <summary>{texts.asTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.group}</th>
            <th scope="col">{texts.step}</th>
            <th scope="col">{texts.number}</th>
          </tr>
        </thead>
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
