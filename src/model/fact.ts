/** A place in the source document, in Unicode code points of its decoded text without byte-order mark. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** How a value came from its words: copied, put into a standard form, or concluded from what is stated. */
export type Derivation = 'stated' | 'normalised' | 'derived';

/** A value with the places in the source it came from; `words` is the text of its first span. */
export interface Fact<T> {
  readonly value: T;
  readonly derivation: Derivation;
  readonly spans: readonly [Span, ...Span[]];
  readonly words: string;
  /** The place of the value in a record: `protocolSection.designModule.phases[0]`, `/trials/trial[1]/main/phase`. */
  readonly path?: string;
}

/** What the source does not say. A value of its own, so that nothing fills it by accident. */
export const NOT_STATED = 'not-stated';

export type Stated<T> = Fact<T> | typeof NOT_STATED;

/** The fact's value, or `undefined` where the source does not state it. */
export const stated = <T>(fact: Stated<T>): T | undefined => (fact === NOT_STATED ? undefined : fact.value);
