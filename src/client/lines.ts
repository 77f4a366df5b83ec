/** The lines of a text as it comes in, without those that are empty. */
export async function* lines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let begun = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const ended = (begun + part.value).split('\n');
      begun = ended.pop() ?? '';
      yield* ended.filter((line) => line !== '');
    }
    if (begun !== '') yield begun;
  } finally {
    // Who stops early wants no more of it.
    await reader.cancel();
  }
}
