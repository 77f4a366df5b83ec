import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { download, pngOf, svgOf } from '../../parts/download.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { evidenceTexts } from '../../texts/en/evidence.ts';
import { type Forest, type ForestRow, rowText } from './forest.ts';
import { ForestPlot } from './forest-plot.tsx';
import { SizePlot } from './size-plot.tsx';

const { plot: texts } = evidenceTexts;

/** The numbers of a plot as a table. */
export const ForestTable = ({
  rows,
  caption,
}: {
  rows: readonly ForestRow[];
  caption: string;
}): ComponentChild => (
  <table>
    <caption class="hidden">{caption}</caption>
    <ColumnHeads
      columns={[
        texts.studies,
        `${texts.effect} (${texts.interval.toLowerCase()})`,
        texts.participants,
        texts.weight,
      ]}
    />
    <tbody>
      {rows.map((row, at) => (
        <tr key={at}>
          <th scope="row">{row.name}</th>
          <td>{rowText(row)}</td>
          <td>{row.participants?.toLocaleString('en')}</td>
          <td>{row.weight === undefined ? '' : `${(row.weight * 100).toFixed(1)} %`}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** What a file of a plot is called. */
const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

const Downloads = ({
  drawing,
  title,
  csv,
}: {
  drawing: () => SVGSVGElement;
  title: string;
  csv: () => Blob | Promise<Blob>;
}): ComponentChild => {
  const [failed, setFailed] = useState(false);
  const keep = (ending: string, make: () => Blob | Promise<Blob>) => async () => {
    try {
      download(await make(), `${fileName(title)}.${ending}`);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <p class="row small unprinted">
      <span class="muted">{texts.download}</span>
      <button type="button" onClick={keep('svg', () => svgOf(drawing()))}>
        {texts.svg}
      </button>
      <button type="button" onClick={keep('png', () => pngOf(drawing()))}>
        {texts.png}
      </button>
      <button type="button" onClick={keep('csv', csv)}>
        {texts.csv}
      </button>
      <span role="alert">{failed ? texts.failed : ''}</span>
    </p>
  );
};

/** A forest plot with the same numbers as a table, effects against sizes, and all of it to keep. */
export const ForestFigure = ({
  forest,
  csv,
}: {
  forest: Forest;
  csv: () => Blob | Promise<Blob>;
}): ComponentChild => {
  const figure = useRef<HTMLDivElement>(null);
  const { rows, pooled, prediction, title, measure } = forest;
  const label = texts.description(evidenceTexts.measures[measure], rows.length);
  const silent = rows.filter(({ participants }) => participants === undefined).length;
  return (
    <figure class="panel forest">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <ScrollRegion label={label}>
        <div ref={figure}>
          <ForestPlot forest={forest} label={label} />
        </div>
      </ScrollRegion>
      <Downloads drawing={() => figure.current!.querySelector('svg')!} title={title} csv={csv} />
      <details>
        <summary>{texts.asTable}</summary>
        <div class="scroll">
          <ForestTable
            rows={[...rows, ...(pooled ? [pooled] : []), ...(prediction ? [prediction] : [])]}
            caption={title}
          />
        </div>
      </details>
      {rows.length > silent ? (
        <details>
          <summary>{texts.size}</summary>
          <div class="scroll">
            <SizePlot forest={forest} />
          </div>
          {silent > 0 ? <p class="small muted">{texts.sizeMissing(silent)}</p> : null}
        </details>
      ) : null}
    </figure>
  );
};
