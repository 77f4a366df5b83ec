import type { ComponentChild } from 'preact';
import { ACCENT, Drawing, FAINT, INK } from '../../parts/drawing.tsx';
import { linesOf } from '../../parts/lines.ts';
import { flowTexts as texts } from '../../texts/en/flow.ts';
import type { Flow, FlowStep } from './flow.ts';

// In the units of the drawing.
const COLUMN = 240;
const GAP = 24;
const BETWEEN = 22;
const LINE = 17;
const PADDING = 10;
const CHARACTERS = 32;
/** So far aside stand those who left. */
const ASIDE = 36;

/** A step as the lines of its box: its name and number, then the reasons. */
const boxLines = ({ name, people, reasons, left }: FlowStep): readonly string[] => {
  const width = left ? CHARACTERS - 5 : CHARACTERS;
  return [{ name, people }, ...reasons.map((reason) => ({ ...reason, name: `– ${reason.name}` }))].flatMap(
    (line) => linesOf(`${line.name} (${texts.people(line.people)})`, width, 3),
  );
};

const heightOf = (lines: readonly string[]): number => lines.length * LINE + PADDING * 2;

interface Placed {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Whether it is of those who left, beside the way of the others. */
  readonly left: boolean;
}

const endOf = ({ lines, y }: Placed): number => y + heightOf(lines);

const Box = ({ x, y, lines, left }: Placed): ComponentChild => (
  <g>
    <rect
      x={x}
      y={y}
      width={COLUMN - (left ? ASIDE : 0)}
      height={heightOf(lines)}
      rx={4}
      fill="none"
      stroke={FAINT}
      stroke-dasharray={left ? '4 3' : 'none'}
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

/** Boxes one under the other, those of people who left to the right of the way. */
const stacked = (steps: readonly FlowStep[], x: number, top: number): readonly Placed[] => {
  let y = top;
  return steps.map((one): Placed => {
    const placed = { lines: boxLines(one), x: x + (one.left ? ASIDE : 0), y, left: one.left };
    y = endOf(placed) + BETWEEN;
    return placed;
  });
};

/** The ways from box to box: down to the next of those who remained, aside to those who left. */
const Ways = ({ boxes, x }: { boxes: readonly Placed[]; x: number }): ComponentChild => {
  const remained = boxes.filter(({ left }) => !left);
  const end = boxes.at(-1)?.left ? boxes.at(-1)!.y + LINE : undefined;
  return (
    <g>
      {remained.slice(1).map((box, at) => (
        <Arrow key={at} x={x} from={endOf(remained[at]!)} to={box.y} />
      ))}
      {end === undefined ? null : (
        <line x1={x} x2={x} y1={endOf(remained.at(-1)!)} y2={end} stroke={FAINT} class="plot-faint-line" />
      )}
      {boxes
        .filter(({ left }) => left)
        .map((box, at) => (
          <line
            key={at}
            x1={x}
            x2={box.x}
            y1={box.y + LINE}
            y2={box.y + LINE}
            stroke={FAINT}
            class="plot-faint-line"
          />
        ))}
    </g>
  );
};

const Column = ({
  name,
  x,
  boxes,
  top,
}: {
  name: string;
  x: number;
  boxes: readonly Placed[];
  top: number;
}): ComponentChild => (
  <g>
    {linesOf(name, CHARACTERS, 2).map((line, at) => (
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
    <Ways boxes={boxes} x={x + ASIDE / 2} />
    {boxes.map((box, at) => (
      <Box key={at} {...box} />
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

/** A flow as boxes from top to bottom, a column for each group. */
export const FlowDiagram = ({ together, groups }: Flow): ComponentChild => {
  const width = groups.length * COLUMN + (groups.length - 1) * GAP + 2;
  const middle = width / 2;
  const columns = groups.map((_, at) => 1 + at * (COLUMN + GAP));
  const all = stacked(together, middle - COLUMN / 2, 1);
  const allEnd = all.length === 0 ? 0 : endOf(all.at(-1)!);
  const namesAt = all.length === 0 ? 0 : allEnd + BETWEEN * 1.6;
  const names = Math.max(...groups.map(({ name }) => linesOf(name, CHARACTERS, 2).length)) * LINE + 8;
  const boxes = groups.map(({ steps }, at) => stacked(steps, columns[at]!, namesAt + names));
  const height = Math.max(...boxes.map((column) => endOf(column.at(-1)!))) + 2;
  return (
    <Drawing width={width} height={height} label={texts.description(groups.length)}>
      <Ways boxes={all} x={middle} />
      {all.map((box, at) => (
        <Box key={at} {...box} />
      ))}
      {all.length === 0 ? null : (
        <Branches from={allEnd} to={namesAt - 3} columns={columns} middle={middle} />
      )}
      {groups.map((group, at) => (
        <Column key={at} name={group.name} x={columns[at]!} boxes={boxes[at]!} top={namesAt} />
      ))}
    </Drawing>
  );
};
