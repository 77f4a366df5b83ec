import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { PValue } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { numberOf, placeOf, tokenFact } from './amount.ts';
import { type Beside, estimateStatistic, type Named, NEAR, ownInterval } from './estimate.ts';
import { itemsOf } from './grammar.ts';
import { confidenceType, intervalFact } from './interval.ts';
import type { Item, Quantity } from './items.ts';
import { mayHoldNumbers } from './number-token.ts';
import { pValueFact, testedBy } from './p-value.ts';
import type { Statistic } from './statistic.ts';
import { isTime } from './unit.ts';
import { type Naming, valueStatistic } from './value.ts';

/** Words that part nothing: `0.75, with a 95% CI of …`. */
const LIGHT =
  /^(?:with|and|an?|the|of|was|were|is|are|its|corresponding|(?:two|one|2|1)-(?:sided|tailed)|respectively|to|for)$/i;

const AGAINST = /^(?:vs\.?|versus|compared|against|than)$/i;

/** Words that begin a statement of something else, which no name before them names. */
const BEGINS_ANOTHER = /^(?:resulting|leading|while|whereas)$/i;

const wordsOf = (item: Item | undefined): string => (item?.kind === 'word' ? item.first.image : '');

const isLight = (item: Item): boolean => item.kind === 'mark' || LIGHT.test(wordsOf(item));

/** A stretch of time, not a value: `at 12 weeks`, `within 30 days`. */
const PREPOSITION =
  /^(?:at|after|within|over|during|for|every|by|until|before|since|last|first|next|past|previous|about|approximately|aged|to|through|in|and|or)$/i;

const isNoValue = ({ amount, asides, total, people }: Quantity, before: Item | undefined): boolean => {
  if (total || people || asides.length > 0) return false;
  if (amount.unit) return isTime(amount.unit.image) && PREPOSITION.test(wordsOf(before));
  return /^(?:19|20)\d\d$/.test(amount.number.image) || before?.first.image === '[';
};

interface Found extends Beside {
  readonly items: ReadonlySet<Item>;
}

/** What stands with the quantity at an index: its interval and its P value, in any order, nothing but light words between. */
const besideOf = (
  passage: Passage,
  items: readonly Item[],
  i: number,
  quantity: Quantity,
  naming: Naming,
): Found => {
  let interval = ownInterval(passage, quantity, naming);
  let pValue: Stated<PValue> = NOT_STATED;
  let { to } = placeOf(quantity);
  const taken = new Set<Item>();
  let compared = AGAINST.test(wordsOf(items[i - 1]));
  for (const item of items.slice(i + 1)) {
    if (item.kind === 'confidence' && item.bounds && interval === NOT_STATED)
      interval = intervalFact(passage, item, confidenceType(passage, item), item.bounds, item.level);
    else if (item.kind === 'p-value' && pValue === NOT_STATED && testedBy(passage, item) === undefined)
      pValue = pValueFact(passage, item) ?? NOT_STATED;
    else if (isLight(item)) continue;
    else {
      compared ||= AGAINST.test(wordsOf(item)) && pValue === NOT_STATED;
      break;
    }
    taken.add(item);
    to = placeOf(item).to;
  }
  return { interval, pValue, to, compared, items: taken };
};

/** What later brackets hold, where an earlier one says what it holds: `5.1 (SD 1.2) and 4.3 (1.0)`. */
const goingOn = (passage: Passage, naming: Naming, { asides }: Quantity): Naming => {
  for (const aside of asides) {
    if (aside.kind === 'spread' && aside.low) return { ...naming, spread: aside.of };
    if (aside.kind === 'confidence' && aside.bounds) {
      const { level } = aside;
      return { ...naming, spread: confidenceType(passage, aside), ...(level && { level }) };
    }
  }
  return naming;
};

/** How far the name of a number that is no effect reaches. */
const OTHER_REACH = 8;

/** Whether a quantity can only be what was seen in a group. */
const isGroupValue = ({ people, total, asides }: Quantity): boolean =>
  people || total !== undefined || asides.some(({ kind }) => kind === 'plus-minus' || kind === 'spread');

const remembered = new WeakMap<Passage, readonly Statistic[]>();

/** The statistics that a passage states, in order; several rules ask for those of one sentence. */
export const statisticsIn = (passage: Passage): readonly Statistic[] => {
  const known = remembered.get(passage) ?? (mayHoldNumbers(passage.text) ? readStatistics(passage) : []);
  remembered.set(passage, known);
  return known;
};

const readStatistics = (passage: Passage): readonly Statistic[] => {
  const items = itemsOf(passage.text);
  const read = new Set<Item>();
  const found: Statistic[] = [];
  let naming: Naming = {};
  let named: Named | undefined;
  let shares = false;
  let open = 0;

  const place = (item: Item) => {
    const { from, to } = placeOf(item);
    return { from, to, text: passage.text.slice(from, to) };
  };

  const readQuantity = (quantity: Item & Quantity, i: number): void => {
    if (isNoValue(quantity, items[i - 1])) return;
    if (named?.item.kind === 'other-name' && named.words <= OTHER_REACH && !isGroupValue(quantity)) {
      for (const item of besideOf(passage, items, i, quantity, naming).items) read.add(item);
      return;
    }
    if (named?.item.kind === 'estimate-name') {
      const beside = besideOf(passage, items, i, quantity, naming);
      const estimate = estimateStatistic(passage, quantity, named, beside, shares);
      if (estimate) {
        for (const item of beside.items) read.add(item);
        found.push(estimate);
        named = { ...named, words: 0, hasNumber: true };
        return;
      }
      // A name that is followed by values set against each other names none of what comes.
      if (beside.compared) named = undefined;
      // What has just been named and is no estimate is no group's value either.
      if (named && named.words <= NEAR && !quantity.people && !quantity.total) return;
    }
    const value = valueStatistic(passage, quantity, naming);
    if (!value) return;
    shares ||= value.measures[0]?.type === 'count';
    naming = goingOn(passage, naming, quantity);
    found.push(value);
  };

  for (const [i, item] of items.entries()) {
    if (read.has(item)) continue;
    switch (item.kind) {
      case 'estimate-name':
      case 'other-name':
        named = { item, words: 0, hasNumber: false };
        naming = {};
        break;
      case 'value-name':
        naming = { type: item.type, ...(item.spread && { spread: item.spread }) };
        named = undefined;
        break;
      case 'spread':
        if (!item.low) naming = { ...naming, spread: item.of };
        break;
      case 'quantity':
        readQuantity(item, i);
        break;
      case 'change': {
        const before = valueStatistic(passage, item.before, naming);
        naming = goingOn(passage, naming, item.before);
        const after = item.after && valueStatistic(passage, item.after, naming);
        if (before && after) found.push({ kind: 'change', ...place(item), before, after });
        break;
      }
      case 'confidence':
        if (item.bounds)
          found.push({
            kind: 'interval',
            ...place(item),
            interval: intervalFact(passage, item, confidenceType(passage, item), item.bounds, item.level),
          });
        else
          naming = {
            ...naming,
            spread: confidenceType(passage, item),
            ...(item.level && { level: item.level }),
          };
        break;
      case 'p-value': {
        const pValue = pValueFact(passage, item);
        if (pValue) found.push({ kind: 'p-value', ...place(item), pValue, of: testedBy(passage, item) });
        break;
      }
      case 'not-significant':
        found.push({ kind: 'not-significant', ...place(item) });
        break;
      case 'sample-size':
        found.push({
          kind: 'sample-size',
          ...place(item),
          n: tokenFact(passage, item.number, Number(numberOf(item.number))),
        });
        break;
      default: {
        if (named && !isLight(item)) named = { ...named, words: named.words + 1 };
        const mark = item.kind === 'mark' ? item.first.image : '';
        if ('([{'.includes(mark || ' ')) open++;
        if (')]}'.includes(mark || ' ')) open--;
        if ((mark === ';' || BEGINS_ANOTHER.test(wordsOf(item))) && open <= 0)
          [naming, named] = [{}, undefined];
      }
    }
  }
  return found;
};
