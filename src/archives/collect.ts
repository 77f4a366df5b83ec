import { MOST_BYTES } from './entry.ts';
import type { Flow } from './flow.ts';

/** Why a document is not taken that is too long. */
export const TOO_LONG = `it is longer than ${MOST_BYTES / 1024 / 1024} MB unpacked`;

/** All bytes of a flow, or nothing where they are more than a document may have; reads it to its end. */
export const collected = async (flow: Flow): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of flow) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= MOST_BYTES ? Buffer.concat(chunks) : undefined;
};
