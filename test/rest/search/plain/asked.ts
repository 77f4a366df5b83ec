import type { Address, HumanName, Reference } from 'fhir/r5.js';
import { BASE } from '../../server.ts';
import { comparesNumber, comparesTime, converted, kindOf, UNITS, written } from './compare.ts';
import { led } from './definitions.ts';
import type { Picks } from './picks.ts';
import { dateSpan, measures, type Span, times } from './span.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { Value } from './values.ts';

/** A value to search for, whether what a parameter finds in a resource is it, and the modifier it is sent with. */
export interface Asked {
  readonly text: string;
  readonly modifier?: string;
  readonly holds: (values: readonly Value[]) => boolean;
}

const escaped = (text: string): string => text.replace(/[\\,|$]/g, '\\$&');

const some =
  <T>(of: (value: Value) => readonly T[], is: (one: T) => boolean): Asked['holds'] =>
  (values) =>
    values.flatMap(of).some(is);

const plain = (text: string): string =>
  (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

const stringsOf = ({ type, value }: Value): readonly string[] => {
  if (typeof value === 'string') return [value];
  const { text, family, given = [], prefix = [], suffix = [] } = value as HumanName;
  const { line = [], city, district, state, postalCode, country } = value as Address;
  const parts =
    type === 'HumanName'
      ? [text, family, ...given, ...prefix, ...suffix]
      : [text, ...line, city, district, state, postalCode, country];
  return parts.filter((one) => one !== undefined);
};

const string = (value: Value, { pick, upTo, flip }: Picks): Asked => {
  const whole = pick(stringsOf(value)) ?? 'nothing';
  const cased = (text: string) => (flip() ? text.toUpperCase() : text);
  const from = upTo(whole.length);
  const part = whole.slice(from, from + 1 + upTo(8)).trim();
  switch (plain(part) === '' ? 'start' : pick(['exact', 'contains', 'start'])) {
    case 'exact':
      return { text: escaped(whole), modifier: 'exact', holds: some(stringsOf, (one) => one === whole) };
    case 'contains': {
      const holds = some(stringsOf, (one) => plain(one).includes(plain(part)));
      return { text: escaped(cased(part)), modifier: 'contains', holds };
    }
    default: {
      const start = plain(whole)
        .slice(0, 1 + upTo(8))
        .trim();
      return { text: cased(start), holds: some(stringsOf, (one) => plain(one).startsWith(start)) };
    }
  }
};

const sameCode = (one: Token, code: string): boolean =>
  one.exact ? one.code === code : one.code?.toLowerCase() === code.toLowerCase();

const token = (value: Value, { pick, flip, upTo }: Picks): Asked => {
  const tokens = tokensOf(value);
  const { system, code = 'nothing' } = pick(tokens) ?? {};
  const texts = tokens.flatMap((one) => one.texts).filter((one) => one !== undefined);
  const said = flip() && typeof value.value === 'object' ? code.toUpperCase() : code;
  const isPlain = typeof value.value !== 'object' || value.type === 'ContactPoint';
  switch (
    isPlain ? 'code' : pick(['code', 'code', 'system|code', 'system|', ...(texts.length > 0 ? ['text'] : [])])
  ) {
    case 'system|code': {
      const holds = some(tokensOf, (one) => one.system === system && sameCode(one, said));
      return { text: `${escaped(system ?? '')}|${escaped(said)}`, holds };
    }
    case 'system|': {
      if (system === undefined) break;
      return { text: `${escaped(system)}|`, holds: some(tokensOf, (one) => one.system === system) };
    }
    case 'text': {
      const start = plain(pick(texts) ?? '')
        .slice(0, 1 + upTo(6))
        .trim();
      const holds = some(
        (one: Value) => tokensOf(one).flatMap((each) => each.texts),
        (one) => plain(one ?? '').startsWith(start),
      );
      return { text: start, modifier: 'text', holds };
    }
  }
  return { text: escaped(said), holds: some(tokensOf, (one) => sameCode(one, said)) };
};

const referenceOf = ({ value }: Value): Reference => {
  if (typeof value === 'string') return { reference: value };
  const outer = value as Reference & { readonly concept?: object };
  return typeof outer.reference === 'object' ? (outer.reference as Reference) : outer;
};

const reference = (value: Value, { pick }: Picks): Asked => {
  const { reference: text = '', identifier } = referenceOf(value);
  const said = (one: Value) => [referenceOf(one).reference ?? ''];
  if (identifier !== undefined) {
    const { system = '', value: code = '' } = identifier;
    const holds = some(
      (one) => [referenceOf(one).identifier],
      (one) => one?.system === system && one.value === code,
    );
    return { text: `${system}|${code}`, modifier: 'identifier', holds };
  }
  const [url, version] = text.split('|');
  // A canonical without its version is that of every version.
  if (/^\w+:/.test(text))
    return version !== undefined && pick([true, false])
      ? { text, holds: some(said, (one) => one === text) }
      : { text: url ?? '', holds: some(said, (one) => one.split('|')[0] === url) };
  const [here] = led(value);
  if (here === undefined) return { text: 'nothing', holds: () => false };
  const path = `${here.resourceType}/${here.id}`;
  const holds = some(said, (one) => one.split('/_history/')[0] === path);
  switch (pick(['path', 'id', 'type', 'address'])) {
    case 'id':
      return { text: here.id ?? '', holds };
    case 'type':
      return { text: here.id ?? '', modifier: here.resourceType, holds };
    case 'address':
      return { text: `${BASE}/${path}`, holds };
    default:
      return { text: path, holds };
  }
};

const PREFIXES = ['', 'eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb'];

const date = (value: Value, { pick, upTo }: Picks): Asked => {
  const ends = times(value)
    .flatMap(({ low, high }) => [low, high])
    .filter(Number.isFinite);
  const moved = (pick(ends) ?? 0) + pick([0, 0, -1, 1000, -86_400_000]);
  const instant = new Date(moved).toISOString();
  const text = pick([
    instant,
    `${instant.slice(0, 19)}Z`,
    `${instant.slice(0, 16)}Z`,
    instant.slice(0, 10),
    instant.slice(0, 7),
    String(Number(instant.slice(0, 4)) + upTo(2)),
  ]);
  const prefix = pick(PREFIXES);
  return { text: `${prefix}${text}`, holds: some(times, (one) => comparesTime(prefix, one, dateSpan(text))) };
};

const numbersOf = ({ value }: Value): readonly Span[] => [{ low: Number(value), high: Number(value) }];

/** A number at or near another, of nine digits at most: units are converted with twelve. */
const near = (number: number, { pick, upTo }: Picks): string => {
  const digits = String(Math.trunc(number)).length;
  return (number * pick([1, 1, 1, 0.98, 1.1])).toFixed(upTo(Math.min(4, 9 - digits)));
};

const number = (value: Value, picks: Picks): Asked => {
  const prefix = picks.pick(PREFIXES);
  const text = near(Number(value.value), picks);
  return {
    text: `${prefix}${text}`,
    holds: some(numbersOf, (one) => comparesNumber(prefix, one, written(text))),
  };
};

const quantity = (value: Value, picks: Picks): Asked => {
  const { pick } = picks;
  const [measure = { low: 0, high: 0 }] = measures(value);
  const { system, code = '' } = measure;
  const end = Number.isFinite(measure.low) ? measure.low : measure.high;
  const prefix = pick(PREFIXES);
  if (system !== undefined && pick([true, true, false])) {
    const same = Object.keys(UNITS).filter((one) => kindOf(one) === kindOf(code));
    const unit = pick([code, ...same]);
    const text = near(converted({ low: end, high: end }, code, unit).low, picks);
    const holds = some(
      measures,
      (one) =>
        one.system === system &&
        kindOf(one.code) === kindOf(unit) &&
        comparesNumber(prefix, converted(one, one.code ?? '', unit), written(text)),
    );
    return { text: `${prefix}${text}|${system}|${unit}`, holds };
  }
  const text = near(end, picks);
  const unit = pick([undefined, measure.unit]);
  const holds = some(
    measures,
    (one) =>
      (unit === undefined || one.unit === unit || one.code === unit) &&
      comparesNumber(prefix, one, written(text)),
  );
  return { text: `${prefix}${text}${unit === undefined ? '' : `||${unit}`}`, holds };
};

const urisOf = ({ value }: Value): readonly string[] => [String(value)];

const uri = ({ value }: Value, { pick, upTo }: Picks): Asked => {
  const url = String(value);
  const segments = url.split('/');
  const isAt = (one: string, other: string) => `${one}/`.startsWith(`${other}/`);
  switch (pick(['exact', 'below', 'above', 'contains'])) {
    case 'below': {
      const top = segments.slice(0, 3 + upTo(segments.length - 3)).join('/');
      return { text: top, modifier: 'below', holds: some(urisOf, (one) => isAt(one, top)) };
    }
    case 'above': {
      const deeper = pick([url, `${url}/more`]);
      return { text: deeper, modifier: 'above', holds: some(urisOf, (one) => isAt(deeper, one)) };
    }
    case 'contains': {
      const part = url.slice(upTo(url.length - 1)).toUpperCase();
      return {
        text: part,
        modifier: 'contains',
        holds: some(urisOf, (one) => one.toUpperCase().includes(part)),
      };
    }
    default:
      return { text: url, holds: some(urisOf, (one) => one === url) };
  }
};

const ASKING: Readonly<Record<string, (value: Value, picks: Picks) => Asked>> = {
  string,
  token,
  reference,
  date,
  number,
  quantity,
  uri,
};

/** Something to ask a parameter of a type, near one of its own values: https://hl7.org/fhir/R5/search.html#ptypes */
export const askedOf = (type: string, value: Value, picks: Picks): Asked | undefined =>
  ASKING[type]?.(value, picks);
