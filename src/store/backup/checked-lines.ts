import { createHash } from 'node:crypto';
import { BrokenBackup, type EndLine, FIRST_LINE, type NoteLine, type VersionLine } from './line.ts';

type Line = VersionLine | NoteLine | EndLine;

const parsed = (line: string, number: number): Line => {
  try {
    return JSON.parse(line);
  } catch {
    throw new BrokenBackup(`line ${number} is not JSON`);
  }
};

/** The lines of a backup between the first and the last, which say whether it is whole. Throws BrokenBackup. */
export function* checkedLines(lines: Iterable<string>): Generator<VersionLine | NoteLine> {
  const hash = createHash('sha256');
  let number = 0;
  let versions = 0;
  let end: EndLine | undefined;
  for (const line of lines) {
    number += 1;
    if (number === 1 && line !== FIRST_LINE) throw new BrokenBackup('it does not begin as a backup does');
    if (end !== undefined) throw new BrokenBackup(`line ${number} comes after the last one`);
    const one = number === 1 ? undefined : parsed(line, number);
    if (one !== undefined && 'sha256' in one) end = one;
    else hash.update(`${line}\n`);
    if (one === undefined || 'sha256' in one) continue;
    if ('version' in one) versions += 1;
    yield one;
  }
  if (end === undefined) throw new BrokenBackup('its end is missing');
  if (end.versions !== versions || end.sha256 !== hash.digest('hex'))
    throw new BrokenBackup('it has been changed since it was made');
}
