import type { Content } from '../fhir/content.ts';
import type { Issue } from '../fhir/issue.ts';
import { parse, positions } from '../fhir/json.ts';
import type { Position } from '../fhir/position.ts';
import { parseXml } from '../fhir/xml/parse.ts';
import type { Failure } from './error.ts';
import { bodyText, FHIR_TYPES, isXml, sentType, sentVersion } from './media-type.ts';
import type { Request } from './request.ts';

/** A resource that was sent. */
export interface Body {
  readonly content: Content;
  /** Where elements stand in the body as it was sent, by their FHIRPath. */
  readonly positions: (expressions: Iterable<string>) => ReadonlyMap<string, Position>;
}

const malformed = (issues: readonly Issue[]): Failure => ({ failure: 'malformed', issues });

const parsedBody = (request: Request): Body | Failure => {
  const text = bodyText(request, FHIR_TYPES);
  if (typeof text !== 'string') return text;
  if (isXml(sentType(request))) {
    const parsed = parseXml(text, sentVersion(request).elements);
    return 'text' in parsed ? { content: parsed, positions: parsed.positions } : malformed(parsed);
  }
  const parsed = parse(text);
  return 'text' in parsed
    ? { content: parsed, positions: (expressions) => positions(text, expressions) }
    : malformed(parsed);
};

/** The resource in a request's body, in R5 whatever version it was sent in. */
export const bodyResource = (request: Request): Body | Failure => {
  const sent = parsedBody(request);
  if ('failure' in sent) return sent;
  const read = sentVersion(request).read(sent.content);
  return 'text' in read ? { ...sent, content: read } : { failure: 'invalid', issues: placed(sent, read) };
};

/** A resource inside one that was sent; `path` is its FHIRPath there. */
export const inner = (outer: Body, path: string, content: Content): Body => ({
  content,
  positions: (expressions) => {
    const all = [...expressions].map((one) => [one, one.replace(/^\w+/, path)] as const);
    const places = outer.positions(all.map(([, below]) => below));
    return new Map(
      all.flatMap(([one, below]) => {
        const place = places.get(below);
        return place ? [[one, place] as const] : [];
      }),
    );
  },
});

/** Issues with the places of their elements in the body as it was sent. */
export const placed = (
  { positions: find }: Pick<Body, 'positions'>,
  issues: readonly Issue[],
): readonly Issue[] => {
  if (issues.length === 0) return issues;
  const places = find(issues.map(({ expression = '' }) => expression));
  return issues.map(({ line: _, column: __, ...issue }) => ({
    ...issue,
    ...places.get(issue.expression ?? ''),
  }));
};
