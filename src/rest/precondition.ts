import type { Deletion, Version } from '../store/store.ts';
import { type Failure, fail } from './error.ts';
import type { Request } from './request.ts';

/** The tags of a header, without weakness and quotes; `*` stands for any. */
const tags = (header: string): readonly string[] =>
  header.split(',').map((tag) => /^\s*(?:W\/)?"(.*)"\s*$/.exec(tag)?.[1] ?? tag.trim());

/** Whether a header of tags names this one. */
export const namesTag = (header: string, tag: string): boolean =>
  tags(header).some((one) => one === '*' || one === tag);

const isNamed = (header: string, version: Version | Deletion | undefined): boolean =>
  version !== undefined && !version.deleted && namesTag(header, String(version.versionId));

/** Whether the client has this version already: https://hl7.org/fhir/R5/http.html#cread */
export const isNotModified = ({ header }: Request, version: Version): boolean => {
  const known = header('if-none-match');
  if (known !== undefined) return isNamed(known, version);
  const since = Date.parse(header('if-modified-since') ?? '');
  // The header knows no fractions of a second.
  return Math.floor(Date.parse(version.lastUpdated) / 1000) * 1000 <= since;
};

/** Whether If-Match and If-None-Match stand against a change: https://hl7.org/fhir/R5/http.html#concurrency */
export const unmet = (
  { header, type, id }: Request,
  current: Version | Deletion | undefined,
): Failure | undefined => {
  const [match, noneMatch] = [header('if-match'), header('if-none-match')];
  if (match !== undefined && !isNamed(match, current)) {
    const now =
      current === undefined || current.deleted ? 'there is none' : `it is version ${current.versionId}`;
    return fail('precondition-failed', 'conflict', `If-Match names ${match}, but ${now}`);
  }
  if (noneMatch !== undefined && isNamed(noneMatch, current))
    return fail(
      'precondition-failed',
      'conflict',
      `If-None-Match names ${noneMatch}, and ${type}/${current?.id ?? id} exists`,
    );
  return;
};
