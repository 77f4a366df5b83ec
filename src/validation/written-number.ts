// Node's JSON.isRawJSON is not in TypeScript's library yet.
const { isRawJSON } = JSON as unknown as { isRawJSON: (value: unknown) => value is { rawJSON: string } };

/** A number as it was written, if JavaScript would write it otherwise and it was kept (`exactValue`). */
export const writtenNumber = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && isRawJSON(value) ? value.rawJSON : undefined;

/** Whether a text has numbers that only their written form tells from right ones: long ones, with an exponent, `1.0`, or `-0`. */
const ODD = /[:,[]\s*(?:-?(?:\d{17}|\d+\.(?:\d{17}|0+[\s,}\]])|[\d.]+[eE][-+\d])|-0[\s,}\]])/;

/** Whether numbers of a JSON text have to be looked at as they were written. */
export const hasOddNumbers = (text: string): boolean => ODD.test(text);
