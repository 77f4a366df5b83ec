import { regex } from 'regex';
import { depths } from '../brackets.ts';
import type { Part } from '../match.ts';

const [GROUP_START, GROUP_REST, BRACKET] = ['\uE000', '\uE001', '\uE002'];

/** A group in a masked text. */
export const GROUP = regex(
  'i',
)`\uE000 \uE001* ( \s ( group | arm | patients | participants | subjects | treatment | therapy | recipients | alone )s? \b )?`;

/** A group with the words that may stand before it, behind a preposition. */
export const GROUP_BEHIND = regex(
  'i',
)`( ( the | those | patients | participants | subjects | women | men | children | people | individuals | who | received | receiving | treated | assigned | randomi[sz]ed | allocated | in | to | with | on ) \s ){0,6} ${GROUP}`;

/** What is in brackets in a masked text. */
export const BRACKETED = regex('i')`( \s? \uE002+ )`;

/** A text in which each group is one sign and what is in brackets another, so that patterns see how it is built; indices stay. */
export const masked = (text: string, mentions: readonly Part[]): string => {
  const characters = text.split('');
  for (const { from, to } of mentions)
    for (let i = from; i < to; i += 1) characters[i] = i === from ? GROUP_START! : GROUP_REST!;
  const open = depths(text);
  for (let i = 0; i < text.length; i += 1)
    if ((open[i] ?? 0) > 0 || (open[i + 1] ?? 0) > 0) characters[i] = BRACKET!;
  return characters.join('');
};

/** Whether a part of a masked text stands in brackets. */
export const isBracketed = (text: string, { from }: Part): boolean => text[from] === BRACKET;

/** A text in which only the groups of its masked form are hidden, what is in brackets shown; indices stay. */
export const hidingGroups = (text: string, hidden: string): string =>
  text.replace(/./gs, (character, i: number) => {
    const sign = hidden[i];
    return sign === GROUP_START || sign === GROUP_REST ? sign : character;
  });
