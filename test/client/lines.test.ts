import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lines } from '../../src/client/lines.ts';

const streamOf = (chunks: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

test('are the same however the bytes come in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary' }).filter((line) => !line.includes('\n'))),
      fc.boolean(),
      fc.array(fc.nat(40)),
      async (given, isEnded, cuts) => {
        const bytes = new TextEncoder().encode(given.join('\n') + (isEnded ? '\n' : ''));
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((to, at) => bytes.slice(places[at], to));
        const expected = given.filter((line) => line !== '');
        expect(await Array.fromAsync(lines(streamOf(chunks)))).toEqual(expected);
      },
    ),
  );
});

test('are no longer read when nobody wants more', async () => {
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('line\n')),
    cancel: () => {
      isCancelled = true;
    },
  });
  for await (const line of lines(endless)) {
    expect(line).toBe('line');
    break;
  }
  expect(isCancelled).toBe(true);
});
