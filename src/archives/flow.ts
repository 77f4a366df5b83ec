import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';

/** Bytes as they come. */
export type Flow = AsyncIterable<Buffer>;

/**
 * Unpacks what gzip packed: https://www.rfc-editor.org/rfc/rfc1952. Gives all that comes before a fault, then throws
 * it: a stream of Node's own would drop what it had unpacked last.
 */
export const gunzipped = async function* (packed: Flow): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const unpacked: Buffer[] = [];
  let fault: Error | undefined;
  // A write that fails does not call back.
  let goOn = (): void => {};
  gunzip.on('data', (chunk: Buffer) => unpacked.push(chunk));
  gunzip.on('error', (error) => {
    fault = error;
    goOn();
  });
  try {
    for await (const chunk of packed) {
      await new Promise<void>((resolve) => {
        goOn = resolve;
        gunzip.write(chunk, () => resolve());
      });
      yield* unpacked.splice(0);
      if (fault) throw fault;
    }
    while (gunzip.readableLength > 0) await setImmediate();
    await new Promise<void>((resolve) => {
      gunzip.once('close', resolve);
      gunzip.end();
    });
    yield* unpacked.splice(0);
    if (fault) throw fault;
  } finally {
    gunzip.destroy();
  }
};

/** The first bytes of a flow, and the flow with them still in it. */
export const peeked = async (
  flow: Flow,
  length: number,
): Promise<{ readonly head: Buffer; readonly flow: Flow }> => {
  const iterator = flow[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let fault: { readonly error: unknown } | undefined;
  let size = 0;
  try {
    for (let next = await iterator.next(); ; next = await iterator.next()) {
      if (next.done) break;
      first.push(next.value);
      size += next.value.length;
      if (size >= length) break;
    }
  } catch (error) {
    fault = { error };
  }
  const whole = async function* () {
    try {
      yield* first.splice(0);
      if (fault) throw fault.error;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  return { head: Buffer.concat(first), flow: whole() };
};

/** A flow that ends where it cannot be read any further, and why it ended. */
export const untilFault = (flow: Flow): { readonly flow: Flow; readonly fault: () => unknown } => {
  let fault: unknown;
  const sound = async function* () {
    try {
      yield* flow;
    } catch (error) {
      fault = error;
    }
  };
  return { flow: sound(), fault: () => fault };
};
