import { EmbeddedActionsParser, type TokenType } from 'chevrotain';
import type { SpreadType } from './items.ts';
import * as t from './tokens.ts';

const LEVEL = /^(?:9\d(?:\.\d+)?|8[05]|68)$/;

const SEPARATORS = [t.To, t.Dash, t.Comma, t.Semicolon, t.And];

/** What may stand between a name and its number. */
export const JOINTS = [t.Equals, t.Colon, t.Of, t.Comma, t.From, t.PlusMinus];

/** The names of spreads. */
export const SPREADS: ReadonlyMap<TokenType, SpreadType> = new Map([
  [t.StandardDeviation, 'standard-deviation'],
  [t.StandardError, 'standard-error'],
  [t.QuartileRange, 'interquartile-range'],
  [t.Range, 'range'],
]);
/** What the rules of the grammar look for ahead before they take it: a rule that has begun cannot be given up. */
export abstract class Lookahead extends EmbeddedActionsParser {
  constructor() {
    super(t.TOKENS, { maxLookahead: 4, skipValidations: true });
  }

  protected isAt(i: number, ...types: readonly TokenType[]): boolean {
    return types.includes(this.LA(i).tokenType);
  }

  /** Whether a number, its minus perhaps apart, is so many tokens ahead. */
  protected isNumberAt(i: number): boolean {
    return this.isAt(this.isAt(i, t.Dash) ? i + 1 : i, t.Num);
  }

  protected isBoundAhead(): boolean {
    return this.isAt(1, ...SEPARATORS) && this.isNumberAt(2);
  }

  protected isLevelAhead(): boolean {
    const i = this.isAt(1, t.Open) ? 2 : 1;
    return LEVEL.test(this.LA(i).image) && this.isAt(i + 1, t.Percent);
  }

  protected isDenominatorAhead(): boolean {
    return this.isAt(1, t.Of, t.Slash) && this.isAt(2, t.Num);
  }

  protected areBoundsAhead(): boolean {
    let i = this.isAt(1, ...JOINTS) ? 2 : 1;
    if (this.isAt(i, t.Open)) i++;
    if (!this.isNumberAt(i)) return false;
    i += this.isAt(i, t.Dash) ? 2 : 1;
    if (this.isAt(i, t.Percent, t.Unit)) i++;
    return this.isAt(i, ...SEPARATORS) && this.isNumberAt(i + 1);
  }

  protected isSpreadNameAhead(): boolean {
    if (this.isAt(1, t.PlusMinus)) return this.isAt(2, ...SPREADS.keys());
    const i = this.isAt(2, t.PlusMinus) ? 3 : 2;
    return this.isAt(1, t.Open) && this.isAt(i, ...SPREADS.keys()) && this.isAt(i + 1, t.Close);
  }

  /** `(34%`, which no length of time has. */
  protected isShareAhead(): boolean {
    return this.isAt(2, t.Num) && this.isAt(3, t.Percent) && !this.isAt(4, t.ConfidenceInterval);
  }

  protected isAsideAhead(): boolean {
    const i = this.isAt(1, t.Open, t.Comma, t.Semicolon) ? 2 : 1;
    if (this.isAt(i, ...SPREADS.keys(), t.ConfidenceInterval)) return true;
    if (this.isAt(i, t.Num) && this.isAt(i + 1, t.Percent) && this.isAt(i + 2, t.ConfidenceInterval))
      return true;
    if (this.isAt(1, t.PlusMinus)) return this.isAt(2, t.Num);
    // `5, 50%`: a count and its share.
    if (this.isAt(1, t.Comma)) return this.isAt(0, t.Num) && this.isAt(2, t.Num) && this.isAt(3, t.Percent);
    if (!this.isAt(1, t.Open)) {
      const of = this.isAt(1, t.Close) ? 2 : 1;
      return this.isAt(of, t.Of, t.Slash) && this.isAt(of + 1, t.Num);
    }
    if (this.isAt(2, t.PlusMinus)) return this.isAt(3, t.Num);
    // `(5 in one group` tells of something else.
    return (
      (this.isAt(2, t.SampleSizeName) && this.isAt(4, t.Num)) ||
      (this.isNumberAt(2) && !this.isAt(this.isAt(2, t.Dash) ? 4 : 3, t.Word, t.People, t.Other))
    );
  }
}
