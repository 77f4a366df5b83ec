import type { IToken } from 'chevrotain';
import type {
  Amount,
  Aside,
  AsideContent,
  Confidence,
  Item,
  ItemContent,
  Quantity,
  Spread,
  SpreadType,
  ValueName,
} from './items.ts';
import { JOINTS, Lookahead, SPREADS } from './lookahead.ts';
import * as t from './tokens.ts';
import { isTime } from './unit.ts';

const NAMES = new Map([
  [t.EstimateName, 'estimate-name'],
  [t.OtherName, 'other-name'],
  [t.NotSignificant, 'not-significant'],
  [t.Word, 'word'],
  [t.Numbered, 'word'],
  [t.TestStatistic, 'word'],
  [t.People, 'word'],
  [t.Other, 'word'],
] as const);

const MARKS = [
  t.Open,
  t.Close,
  t.Comma,
  t.Semicolon,
  t.Colon,
  t.Equals,
  t.Dash,
  t.Slash,
  t.PlusMinus,
  t.Times,
  t.Of,
  t.And,
  t.To,
  t.From,
  t.Percent,
  t.Unit,
  t.SampleSizeName,
];

/** A number in words is only taken where it counts people. */
const isWord = ({ image }: IToken): boolean => /^[a-z]/i.test(image);

/**
 * The grammar of statistics in prose: a text is quantities, intervals, P values and names, with words between them.
 * What belongs to something is optional everywhere, so that no text is refused: https://chevrotain.io/docs/
 */
class StatisticGrammar extends Lookahead {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  /** `12.3`, `-0.5 mm Hg`, `34%`. */
  private readonly plainAmount = this.RULE('plainAmount', (): Amount => {
    const number = this.CONSUME(t.Num);
    const unit = this.OPTION(() =>
      this.OR([{ ALT: () => this.CONSUME(t.Percent) }, { ALT: () => this.CONSUME(t.Unit) }]),
    );
    return { number, ...(unit && { unit }) };
  });

  /** The same, its minus perhaps apart: `− 0.5`. */
  private readonly amount = this.RULE('amount', (): Amount => {
    const minus = this.OPTION(() => this.CONSUME(t.Dash));
    const plain = this.SUBRULE(this.plainAmount);
    return { ...plain, ...(minus && { minus }) };
  });

  /** The second of two bounds: `–0.86`, `to 0.86`, `, 0.86`, `; 0.86`, `and 0.86`. */
  private readonly upperBound = this.RULE('upperBound', (): Amount => {
    this.OR([
      { ALT: () => this.CONSUME(t.To) },
      { ALT: () => this.CONSUME(t.Dash) },
      { ALT: () => this.CONSUME(t.Comma) },
      { ALT: () => this.CONSUME(t.Semicolon) },
      { ALT: () => this.CONSUME(t.And) },
    ]);
    return this.SUBRULE(this.amount);
  });

  /** `of 35`, `/35`. */
  private readonly denominator = this.RULE('denominator', (): IToken => {
    this.OR([{ ALT: () => this.CONSUME(t.Of) }, { ALT: () => this.CONSUME(t.Slash) }]);
    return this.CONSUME(t.Num);
  });

  /** `n = 35`. */
  private readonly sampleSize = this.RULE('sampleSize', (): IToken => {
    this.CONSUME(t.SampleSizeName);
    this.OR([{ ALT: () => this.CONSUME(t.Equals) }, { ALT: () => this.CONSUME(t.Colon) }]);
    return this.CONSUME(t.Num);
  });

  /** What may stand between a name and its number: `=`, `:`, `of`, `,`, `±`. */
  private readonly joint = this.RULE('joint', (): void => {
    this.OR([
      { ALT: () => this.CONSUME(t.Equals) },
      { ALT: () => this.CONSUME(t.Colon) },
      { ALT: () => this.CONSUME(t.Of) },
      { ALT: () => this.CONSUME(t.Comma) },
      { ALT: () => this.CONSUME(t.From) },
      { ALT: () => this.CONSUME(t.PlusMinus) },
    ]);
  });

  /** `SD`, `standard error`, `IQR`, `range`. */
  private readonly spreadName = this.RULE('spreadName', (): SpreadType => {
    const name: IToken = this.OR([
      { ALT: () => this.CONSUME(t.StandardDeviation) },
      { ALT: () => this.CONSUME(t.StandardError) },
      { ALT: () => this.CONSUME(t.QuartileRange) },
      { ALT: () => this.CONSUME(t.Range) },
    ]);
    return SPREADS.get(name.tokenType) ?? 'range';
  });

  /** `SD 4.5`, `IQR: 3–8`, `range, 1 to 9`. */
  private readonly spread = this.RULE('spread', (): Spread => {
    const first = this.LA(1);
    const of = this.SUBRULE(this.spreadName);
    const numbers = this.OPTION({
      GATE: () => this.isNumberAt(1) || (this.isAt(1, ...JOINTS) && this.isNumberAt(2)),
      DEF: () => {
        this.OPTION1(() => this.SUBRULE(this.joint));
        const low = this.SUBRULE(this.amount);
        const high = this.OPTION2({
          GATE: () => (of === 'interquartile-range' || of === 'range') && this.isBoundAhead(),
          DEF: () => this.SUBRULE(this.upperBound),
        });
        return { low, ...(high && { high }) };
      },
    });
    return { kind: 'spread', of, ...numbers, first, last: this.LA(0) };
  });

  /** `mean`, `median (IQR)`, `mean ± SD`. */
  private readonly valueName = this.RULE('valueName', (): ValueName => {
    const first = this.LA(1);
    const name: IToken = this.OR([
      { ALT: () => this.CONSUME(t.Mean) },
      { ALT: () => this.CONSUME(t.Median) },
    ]);
    const spread = this.OPTION({
      GATE: () => this.isSpreadNameAhead(),
      DEF: () =>
        this.OR1([
          {
            ALT: () => {
              this.CONSUME(t.PlusMinus);
              return this.SUBRULE(this.spreadName);
            },
          },
          {
            ALT: () => {
              this.CONSUME(t.Open);
              this.OPTION1(() => this.CONSUME1(t.PlusMinus));
              const name = this.SUBRULE1(this.spreadName);
              this.CONSUME(t.Close);
              return name;
            },
          },
        ]),
    });
    return {
      kind: 'value-name',
      type: name.tokenType === t.Median ? 'median' : 'mean',
      ...(spread && { spread }),
      first,
      last: this.LA(0),
    };
  });

  /** `95% CI`, `CI 95%`, `CI`: the level, if it is said. */
  private readonly confidenceName = this.RULE('confidenceName', (): IToken | undefined =>
    this.OR([
      {
        ALT: () => {
          const level = this.CONSUME(t.Num);
          this.CONSUME(t.Percent);
          this.CONSUME(t.ConfidenceInterval);
          return level;
        },
      },
      {
        ALT: () => {
          this.CONSUME1(t.ConfidenceInterval);
          return this.OPTION({
            GATE: () => this.isLevelAhead(),
            DEF: () => {
              this.OPTION1(() => this.CONSUME(t.Open));
              const level = this.CONSUME1(t.Num);
              this.CONSUME1(t.Percent);
              this.OPTION2(() => this.CONSUME(t.Close));
              return level;
            },
          });
        },
      },
    ]),
  );

  /** `95% CI, 0.65–0.86`, `95% confidence interval [CI]: 0.65 to 0.86`. */
  private readonly confidence = this.RULE('confidence', (): Confidence => {
    const first = this.LA(1);
    const level = this.SUBRULE(this.confidenceName);
    const bounds = this.OPTION({
      GATE: () => this.areBoundsAhead(),
      DEF: () => {
        this.OPTION1(() => this.SUBRULE(this.joint));
        this.OPTION2(() => this.CONSUME(t.Open));
        const low = this.SUBRULE(this.amount);
        const high = this.SUBRULE(this.upperBound);
        return { low, high };
      },
    });
    return {
      kind: 'confidence',
      ...(level && { level }),
      ...(bounds && { bounds }),
      first,
      last: this.LA(0),
    };
  });

  /** What introduces more about a number. */
  private readonly behind = this.RULE('behind', (): void => {
    this.OR([
      { ALT: () => this.CONSUME(t.Open) },
      { ALT: () => this.CONSUME(t.Comma) },
      { ALT: () => this.CONSUME(t.Semicolon) },
    ]);
  });

  /** `(34%`, `(12/35`, `[0.65, 0.86`, `(4.5)`. */
  private readonly bracketed = this.RULE('bracketed', (): AsideContent => {
    this.CONSUME(t.Open);
    const amount = this.SUBRULE(this.amount);
    const total = this.OPTION({
      GATE: () => this.isDenominatorAhead(),
      DEF: () => this.SUBRULE(this.denominator),
    });
    const high = this.OPTION1({
      GATE: () => this.isBoundAhead(),
      DEF: () => this.SUBRULE(this.upperBound),
    });
    if (total) return { kind: 'fraction', count: amount, total };
    return high ? { kind: 'bounds', bounds: { low: amount, high } } : { kind: 'number', amount };
  });

  /** `(34%)`, `± 4.5`, `(SD 4.5)`, `[0.65, 0.86]`, `; 95% CI 0.65–0.86`, `of 35`, `(12/35)`, `(n = 12)`. */
  private readonly aside = this.RULE('aside', (): Aside => {
    const first = this.LA(1);
    const aside: AsideContent = this.OR([
      {
        ALT: (): AsideContent => {
          this.OPTION(() => this.CONSUME(t.Open));
          this.CONSUME(t.PlusMinus);
          return { kind: 'plus-minus', amount: this.SUBRULE(this.plainAmount) };
        },
      },
      {
        ALT: () => {
          this.OPTION1(() => this.SUBRULE(this.behind));
          return this.SUBRULE(this.spread);
        },
      },
      {
        ALT: () => {
          this.OPTION2(() => this.SUBRULE1(this.behind));
          return this.SUBRULE(this.confidence);
        },
      },
      {
        ALT: (): AsideContent => {
          this.CONSUME1(t.Open);
          return { kind: 'count', number: this.SUBRULE(this.sampleSize) };
        },
      },
      { ALT: () => this.SUBRULE(this.bracketed) },
      {
        ALT: (): AsideContent => {
          this.CONSUME(t.Comma);
          const number = this.CONSUME(t.Num);
          const unit = this.CONSUME(t.Percent);
          return { kind: 'number', amount: { number, unit } };
        },
      },
      {
        ALT: (): AsideContent => {
          this.OPTION3(() => this.CONSUME(t.Close));
          return { kind: 'total', number: this.SUBRULE(this.denominator) };
        },
      },
    ]);
    return { first, last: this.LA(0), ...aside };
  });

  /** `12.3 ± 4.5 mm Hg`, `12 of 35 patients (34%)`, `0.75 (95% CI 0.65–0.86)`; what stands before a change is no range. */
  private readonly quantity = this.RULE('quantity', (isBefore = false): Quantity => {
    const first = this.LA(1);
    const amount = this.SUBRULE(this.amount);
    const more: Pick<Quantity, 'total' | 'upTo' | 'lost'> | undefined = this.OPTION({
      GATE: () =>
        this.isDenominatorAhead() ||
        (this.isAt(1, t.Times) && this.isAt(2, t.Num)) ||
        (this.isAt(1, t.Dash, ...(isBefore ? [] : [t.To])) && this.isNumberAt(2)),
      DEF: () =>
        this.OR([
          { ALT: () => ({ total: this.SUBRULE(this.denominator), lost: false }) },
          {
            ALT: () => {
              this.OR1([{ ALT: () => this.CONSUME(t.Dash) }, { ALT: () => this.CONSUME(t.To) }]);
              return { upTo: this.SUBRULE1(this.amount), lost: false };
            },
          },
          {
            ALT: () => {
              this.CONSUME(t.Times);
              this.CONSUME(t.Num);
              return { lost: true };
            },
          },
        ]),
    });
    const people = this.OPTION1(() => this.CONSUME(t.People));
    const asides: Aside[] = [];
    this.MANY({
      GATE: () => this.isAsideAhead() && !(this.isShareAhead() && isTime(amount.unit?.image ?? '')),
      DEF: () => asides.push(this.SUBRULE(this.aside)),
    });
    const peopleBehind = this.OPTION2({
      GATE: () => this.LA(this.isAt(1, t.Close) ? 2 : 1).tokenType === t.People,
      DEF: () => {
        this.OPTION3(() => this.CONSUME(t.Close));
        return this.CONSUME1(t.People);
      },
    });
    return {
      kind: 'quantity',
      amount,
      lost: false,
      ...more,
      people: (people ?? peopleBehind) !== undefined || isWord(amount.number),
      asides,
      first,
      last: this.LA(0),
    };
  });

  /** `from 8.2% to 7.1%`. */
  private readonly change = this.RULE('change', (): ItemContent => {
    this.CONSUME(t.From);
    const before = this.SUBRULE(this.quantity, { ARGS: [true] });
    const after = this.OPTION({
      GATE: () => {
        const i = this.isAt(1, t.Close) ? 2 : 1;
        return this.isAt(i, t.To) && this.isNumberAt(i + 1);
      },
      DEF: () => {
        this.OPTION1(() => this.CONSUME(t.Close));
        this.CONSUME(t.To);
        return this.SUBRULE1(this.quantity);
      },
    });
    return { kind: 'change', before, ...(after && { after }) };
  });

  /** `P < 0.001`, `P value: .03`. */
  private readonly pValue = this.RULE('pValue', (): ItemContent => {
    const name = this.CONSUME(t.P);
    const comparator = this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(t.Comparator) },
        { ALT: () => this.CONSUME(t.Equals) },
        { ALT: () => this.CONSUME(t.Colon) },
      ]),
    );
    const number = this.OPTION1(() => this.CONSUME(t.Num));
    return { kind: 'p-value', name, ...(comparator && { comparator }), ...(number && { number }) };
  });

  /** `≥ 18 years`: no value, but what values are held against. */
  private readonly threshold = this.RULE('threshold', (): ItemContent => {
    this.CONSUME(t.Comparator);
    this.OPTION(() => this.SUBRULE(this.plainAmount));
    return { kind: 'threshold' };
  });

  private readonly names = [...NAMES].map(([type, kind], i) => ({
    ALT: (): ItemContent => {
      this.consume(i, type);
      return { kind };
    },
  }));

  /** A name or a word, by itself. */
  private readonly name = this.RULE('name', (): ItemContent => this.OR(this.names));

  private readonly marks = MARKS.map((type, i) => ({ ALT: () => this.consume(i, type) }));

  /** A mark, or what is none beside a number, by itself. */
  private readonly mark = this.RULE('mark', (): ItemContent => {
    this.OR(this.marks);
    return { kind: 'mark' };
  });

  private readonly item = this.RULE('item', (): Item => {
    const first = this.LA(1);
    const item: ItemContent = this.OR([
      // First, as most of a text is words.
      { ALT: () => this.SUBRULE(this.name) },
      { GATE: () => this.isNumberAt(2), ALT: () => this.SUBRULE(this.change) },
      { ALT: () => this.SUBRULE(this.pValue) },
      // Before a quantity: `95% CI` is no 95% with an interval.
      { ALT: () => this.SUBRULE(this.confidence), IGNORE_AMBIGUITIES: true },
      { ALT: () => this.SUBRULE(this.quantity) },
      { ALT: () => this.SUBRULE(this.spread) },
      { ALT: () => this.SUBRULE(this.valueName) },
      {
        GATE: () => this.isAt(3, t.Num),
        ALT: (): ItemContent => ({ kind: 'sample-size', number: this.SUBRULE(this.sampleSize) }),
      },
      { ALT: () => this.SUBRULE(this.threshold) },
      { ALT: () => this.SUBRULE(this.mark) },
    ]);
    return { first, last: this.LA(0), ...item };
  });

  readonly text = this.RULE(
    'text',
    (): readonly Item[] => {
      const items: Item[] = [];
      this.MANY(() => items.push(this.SUBRULE(this.item)));
      return items;
    },
    { recoveryValueFunc: () => [] },
  );
}

const grammar = new StatisticGrammar();

/** What a text consists of, as far as statistics go. */
export const itemsOf = (text: string): readonly Item[] => {
  grammar.input = t.tokensOf(text);
  return grammar.text();
};
