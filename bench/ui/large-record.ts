import { record } from '../ingest/record.ts';

/** A list that stands somewhere in a record: its first item is repeated. */
interface Repeated {
  readonly list: Record<string, unknown>[];
  /** What is named anew each time. */
  readonly name: string;
  readonly times: number;
}

const repeat = ({ list, name, times }: Repeated): void => {
  const [first = {}] = list;
  for (let at = 1; at < times; at += 1) list.push({ ...first, [name]: `${first[name]} ${at}` });
};

/** A registry's record of no real trial with as many outcomes and kinds of harm as the largest have: thousands of values. */
export const largeRecord = (): string => {
  const large = JSON.parse(record(1)) as {
    resultsSection: {
      outcomeMeasuresModule: { outcomeMeasures: Record<string, unknown>[] };
      adverseEventsModule: { otherEvents: Record<string, unknown>[] };
    };
  };
  const { outcomeMeasuresModule, adverseEventsModule } = large.resultsSection;
  repeat({ list: outcomeMeasuresModule.outcomeMeasures, name: 'title', times: 80 });
  repeat({ list: adverseEventsModule.otherEvents, name: 'term', times: 400 });
  return JSON.stringify(large, null, 2);
};
