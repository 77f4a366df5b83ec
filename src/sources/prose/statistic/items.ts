import type { IToken } from 'chevrotain';

/** A number with its sign, where that stands apart from it (`− 0.5`), and its unit. */
export interface Amount {
  readonly minus?: IToken;
  readonly number: IToken;
  readonly unit?: IToken;
}

/** Two numbers that bound something: `3–8`, `0.65, 0.86`. */
export interface Bounds {
  readonly low: Amount;
  readonly high: Amount;
}

/** The tokens something begins and ends with. */
export interface Stretch {
  readonly first: IToken;
  readonly last: IToken;
}

export type SpreadType = 'standard-deviation' | 'standard-error' | 'interquartile-range' | 'range';

/** `SD 4.5`, `IQR 3–8`, `range, 1 to 9`; without numbers, what those in brackets behind later values are. */
export interface Spread extends Stretch {
  readonly kind: 'spread';
  readonly of: SpreadType;
  readonly low?: Amount;
  readonly high?: Amount;
}

/** `95% CI 0.65–0.86`; without bounds, what those in brackets behind later values are. */
export interface Confidence extends Stretch {
  readonly kind: 'confidence';
  readonly level?: IToken;
  readonly bounds?: Bounds;
}

/** `mean`, `median (IQR)`, `mean ± SD`: what later values are, and what stands in brackets behind them. */
export interface ValueName extends Stretch {
  readonly kind: 'value-name';
  readonly type: 'mean' | 'median';
  readonly spread?: SpreadType;
}

/** What stands right behind a number and tells more of it. */
export type AsideContent =
  | { readonly kind: 'plus-minus' | 'number'; readonly amount: Amount }
  | { readonly kind: 'fraction'; readonly count: Amount; readonly total: IToken }
  | { readonly kind: 'total' | 'count'; readonly number: IToken }
  | { readonly kind: 'bounds'; readonly bounds: Bounds }
  | Spread
  | Confidence;

export type Aside = AsideContent & Stretch;

/** A number and all that stands right behind it. */
export interface Quantity extends Stretch {
  readonly kind: 'quantity';
  readonly amount: Amount;
  /** The 35 of `12 of 35`. */
  readonly total?: IToken;
  /** The 15 of `12–15`. */
  readonly upTo?: Amount;
  /** It counts people. */
  readonly people: boolean;
  /** It goes on as no number does that shows all its digits: `5 × 105`. */
  readonly lost: boolean;
  readonly asides: readonly Aside[];
}

/** What a text consists of, as far as statistics go. */
export type ItemContent =
  | { readonly kind: 'change'; readonly before: Quantity; readonly after?: Quantity }
  | {
      readonly kind: 'p-value';
      readonly name: IToken;
      readonly comparator?: IToken;
      readonly number?: IToken;
    }
  | { readonly kind: 'sample-size'; readonly number: IToken }
  | { readonly kind: 'not-significant' | 'estimate-name' | 'other-name' | 'threshold' | 'word' | 'mark' }
  | ValueName
  | Spread
  | Confidence
  | Quantity;

export type Item = ItemContent & Stretch;
