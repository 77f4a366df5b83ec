import type { FhirResource, ResearchStudy } from 'fhir/r5.js';
import { searchOf } from '../fhir/search/search-request.ts';
import type { Handler } from './request.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);

const a = (href: string, text: string): string => `<a href="${escaped(href)}">${escaped(text)}</a>`;

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  pre { background: #f2f4f7; padding: .75rem 1rem; overflow-x: auto; border-radius: 4px; }
  @media (prefers-color-scheme: dark) { body { background: #16181c; color: #e6e6e6; } a { color: #8ab4ff; }
    pre { background: #23262c; } }
`;

/** A page that tells a person what this is and what to try. */
export const home: Handler = async ({ base }, service) => {
  const { matches, total = 0 } = await service.store.search(searchOf(['ResearchStudy'], undefined, 5));
  const studies = matches.map(({ id, text }) => {
    const { title } = JSON.parse(text) as FhirResource & ResearchStudy;
    const evidence = a(`${base}/Evidence?study=${id}&_pretty=true`, 'its evidence');
    return `<li>${a(`${base}/ResearchStudy/${id}?_pretty=true`, title ?? id)}: ${evidence}</li>`;
  });
  const stored =
    total === 0
      ? '<p>No study is stored yet.</p>'
      : `<p>${total} ${total === 1 ? 'study is' : 'studies are'} stored${total > matches.length ? ', the first of them' : ''}:</p>
<ul>${studies.join('\n')}</ul>`;
  const body = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Trialbridge</title><style>${STYLE}</style></head>
<body>
<h1>Trialbridge</h1>
<p>Reads documents that report clinical trials, writes the trials as FHIR R5, validates them and serves them here,
at ${a(`${base}/metadata?_pretty=true`, base)}. Every fact points back to the words it came from.</p>
<h2>What is here</h2>
${stored}
<ul>
<li>${a(`${base}/metadata?_pretty=true`, 'CapabilityStatement')}: what the server can do</li>
<li>${a(`${base}/ResearchStudy?_pretty=true`, 'ResearchStudy')}: all studies</li>
<li>${a(`${base}/StructureDefinition?_count=100&_pretty=true`, 'StructureDefinition')}: the profiles the resources keep to</li>
<li>${a(`${base.replace(/\/fhir$/, '')}/openapi.json`, 'OpenAPI')}: the same interface for code generators</li>
</ul>
<h2>What to try</h2>
<p>Send a document; the answer is a Bundle of what was understood:</p>
<pre>curl -H 'Content-Type: text/plain' --data-binary @trial.txt '${escaped(base)}/$ingest'</pre>
<p>Find the study by its registry number, and what it found:</p>
<pre>curl '${escaped(base)}/ResearchStudy?identifier=NCT00000000'
curl '${escaped(base)}/Evidence?study=STUDY-ID'</pre>
<p>Have a resource of your own checked:</p>
<pre>curl -H 'Content-Type: application/fhir+json' --data-binary @evidence.json '${escaped(base)}/$validate'</pre>
</body>
</html>
`;
  return {
    status: 200,
    mediaType: 'text/html; charset=utf-8',
    headers: { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" },
    body,
  };
};
