import { content } from '../fhir/content.ts';
import { exactTree, type Tree } from '../fhir/exact-tree.ts';
import { parse } from '../fhir/json.ts';
import type { Write } from '../store/store.ts';
import type { Change } from './change.ts';
import { type Failure, fail } from './error.ts';
import type { Request } from './request.ts';
import type { Service } from './service.ts';
import { validResource } from './valid.ts';

/** https://hl7.org/fhir/R5/provenance.html#header */
const PROVENANCE = 'X-Provenance';

const wrong = (text: string): Failure =>
  fail('malformed', 'invalid', text, { expression: `http.${PROVENANCE.toLowerCase()}` });

const sentIn = ({ header }: Pick<Request, 'header'>): string | undefined => header(PROVENANCE.toLowerCase());

const MEANINGLESS = fail(
  'malformed',
  'not-supported',
  `${PROVENANCE} comes with what creates, updates or patches resources, alone or in a transaction, and with nothing else`,
  { expression: `http.${PROVENANCE.toLowerCase()}` },
);

/** The Provenance of a header, which leaves open what it is of. */
const sentProvenance = (header: string): { readonly provenance: Tree } | Failure => {
  const parsed = parse(header);
  if (!('text' in parsed)) return wrong(`${PROVENANCE} is not the JSON of a resource`);
  const tree = exactTree(parsed.text) as Tree;
  if (tree.resourceType !== 'Provenance') return wrong(`${PROVENANCE} is not a Provenance`);
  return 'target' in tree
    ? wrong(`The target of ${PROVENANCE} is what the request writes`)
    : { provenance: tree };
};

/** The write of a Provenance of the versions that other writes make. */
const provenanceOf = (sent: Tree, writes: readonly Write[], service: Service): Write | Failure => {
  const id = service.newId();
  const target = writes.map(({ type, id: of, replaces }) => ({
    reference: `${type}/${of}/_history/${replaces + 1}`,
  }));
  const resource = content({ ...sent, id, target } as never);
  const valid = validResource({ content: resource, positions: () => new Map() }, service);
  return 'failure' in valid
    ? valid
    : { type: 'Provenance', id, method: 'POST', content: valid.content, replaces: 0 };
};

type Planning<Outcome> = (request: Request, service: Service) => Promise<Change<Outcome> | Outcome | Failure>;

/** A plan that stores the Provenance in the header of its request with what it writes, or nothing: https://hl7.org/fhir/R5/provenance.html#header */
export const withProvenance =
  <Outcome extends object>(plan: Planning<Outcome>): Planning<Outcome> =>
  async (request, service) => {
    const header = sentIn(request);
    if (header === undefined) return plan(request, service);
    const sent = sentProvenance(header);
    if ('failure' in sent) return sent;
    const planned = await plan(request, service);
    if (!('writes' in planned) || planned.writes.length === 0) return planned;
    const made = planned.writes.filter((write) => write.content !== undefined);
    if (made.length === 0) return MEANINGLESS;
    const written = provenanceOf(sent.provenance, made, service);
    return 'failure' in written
      ? written
      : {
          ...planned,
          writes: [...planned.writes, written],
          answer: (versions) => planned.answer(versions.slice(0, -1)),
        };
  };

/** That a request has a Provenance in its header that would not be stored, as its route takes none; what reads ignores it. */
export const misplacedProvenance = (
  request: Pick<Request, 'header'>,
  route: { readonly method: string; readonly headers?: readonly { readonly name: string }[] },
): Failure | undefined => {
  const isTaken = route.method === 'GET' || route.headers?.some(({ name }) => name === PROVENANCE);
  return isTaken || sentIn(request) === undefined ? undefined : MEANINGLESS;
};
