import { content } from '../fhir/content.ts';
import { exactTree, type Tree } from '../fhir/exact-tree.ts';
import { parse } from '../fhir/json.ts';
import type { Write } from '../store/store.ts';
import type { Plan } from './change.ts';
import { type Failure, fail } from './error.ts';
import type { Service } from './service.ts';
import { validResource } from './valid.ts';

/** https://hl7.org/fhir/R5/provenance.html#header */
const PROVENANCE = 'X-Provenance';

const wrong = (text: string): Failure =>
  fail('malformed', 'invalid', text, { expression: `http.${PROVENANCE.toLowerCase()}` });

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

/** A plan that stores the Provenance in the header of its request with what it writes, or nothing: https://hl7.org/fhir/R5/provenance.html#header */
export const withProvenance =
  (plan: Plan): Plan =>
  async (request, service) => {
    const header = request.header(PROVENANCE.toLowerCase());
    if (header === undefined) return plan(request, service);
    const sent = sentProvenance(header);
    if ('failure' in sent) return sent;
    const planned = await plan(request, service);
    if (!('writes' in planned)) return planned;
    const made = planned.writes.filter((write) => write.content !== undefined);
    if (made.length === 0) return planned;
    const written = provenanceOf(sent.provenance, made, service);
    return 'failure' in written
      ? written
      : {
          ...planned,
          writes: [...planned.writes, written],
          answer: (versions) => planned.answer(versions.slice(0, -1)),
        };
  };
