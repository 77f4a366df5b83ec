import { TOO_LONG } from './collect.ts';
import type { Entry } from './entry.ts';
import { MOST_BYTES } from './entry.ts';
import type { Flow } from './flow.ts';

const LINE_FEED = 0x0a;

/** The lines of a flow, without what ends them; those that are too long are `undefined`. */
const lines = async function* (flow: Flow): AsyncGenerator<Buffer | undefined> {
  let parts: Buffer[] = [];
  let size = 0;
  const add = (part: Buffer): void => {
    size += part.length;
    if (size <= MOST_BYTES) parts.push(part);
    else parts = [];
  };
  const taken = (): Buffer | undefined => {
    const line = size <= MOST_BYTES ? Buffer.concat(parts) : undefined;
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of flow) {
    let at = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, at)) {
      add(chunk.subarray(at, end));
      yield taken();
      at = end + 1;
    }
    add(chunk.subarray(at));
  }
  if (size > 0) yield taken();
};

/** The records of a flow that has one in each line: https://github.com/ndjson/ndjson-spec */
export const lineEntries = async function* (flow: Flow, from: number): AsyncGenerator<Entry> {
  let position = 0;
  for await (const line of lines(flow)) {
    const place = String(position + 1);
    if (position >= from) {
      if (line === undefined) yield { position, place, problem: TOO_LONG };
      else {
        const text = line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
        if (text.some((byte) => byte !== 0x20 && byte !== 0x09)) yield { position, place, bytes: text };
      }
    }
    position += 1;
  }
};
