import { describe, expect, test } from 'vitest';
import type { Stated } from '../../src/model/fact.ts';
import { read } from '../../src/sources/read.ts';

const PAGE = (words: string): string =>
  `Vélmorin for hillside fever: a randomised trial\n\nAbstract\n\n${words}\n`;
const METHODS =
  'METHODS: We randomly assigned 80 adults with hillside fever to vélmorin (n = 40) or placebo (n = 40).';
const RESULTS =
  ' RESULTS: Death was seen in 2 of 40 patients in the placebo group. CONCLUSIONS: It was safe.';

const trialIn = (bytes: Buffer) => {
  const found = read(bytes);
  if (found.kind !== 'trial') throw new Error(`taken for ${JSON.stringify(found)}`);
  return found;
};

/** What stands in the stored text where a fact says it comes from. */
const at = (text: string, fact: Stated<unknown>): string => {
  if (fact === 'not-stated') throw new Error('not stated');
  const [{ offset, length }] = fact.spans;
  return [...text].slice(offset, offset + length).join('');
};

describe('The bytes of a page are read', () => {
  const text = PAGE(METHODS + RESULTS);

  test.each([
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${text}`), 'text/plain'],
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le'), 'text/plain; charset=utf-16le'],
    [
      'UTF-16, big end first',
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      'text/plain; charset=utf-16be',
    ],
    ['Latin-1', Buffer.from(text, 'latin1'), 'text/plain; charset=windows-1252'],
  ])('in %s', (_, bytes, contentType) => {
    const { document, trial } = trialIn(bytes);
    expect(document.contentType).toBe(contentType);
    expect(document.text).toBe(text);
    expect(at(text, trial.publication.title)).toBe('Vélmorin for hillside fever: a randomised trial');
  });

  test('but not where they are no text in any of these', () => {
    expect(read(Buffer.concat([Buffer.from(text), Buffer.from([0xff])]))).toMatchObject({ kind: 'refused' });
  });
});

describe('An HTML page', () => {
  const html = `<!doctype html><html><head><title>Site</title><script>var a = "99 patients were randomised";</script></head>
<body><nav><ul><li>Trials: 77 patients were randomised to menus</li></ul></nav>
<h1>Velmorin for hillside
  fever: a randomised trial</h1><h2>Abstract</h2>
<h3>Methods</h3><p>We randomly assigned 80 adults with hill&shy;side fever to velmorin (n&thinsp;=&thinsp;40) or placebo
(n&nbsp;=&nbsp;40).</p>
<h3>Results</h3><p>Mortality was lower in the velmorin group than in the placebo group (8&middot;1% <em>vs</em> 12&middot;4%; <i>P</i>&nbsp;=&nbsp;0&middot;03).</p>
<aside><p>Related: 55 patients were randomised to soup.</p></aside><footer>Imprint</footer></body></html>`;
  const { document, trial } = trialIn(Buffer.from(html));

  test('is read without its chrome', () => {
    expect(document.contentType).toBe('text/html');
    expect(trial.arms.map(({ enrolled }) => enrolled)).toMatchObject([{ value: 40 }, { value: 40 }]);
    expect(JSON.stringify(trial)).not.toMatch(/menus|soup/);
  });

  test('has its facts where they stand in the page as it is stored', () => {
    expect(at(html, trial.publication.title)).toBe('Velmorin for hillside\n  fever: a randomised trial');
    const pValues = trial.results.flatMap((result) => (result.kind === 'comparison' ? [result.pValue] : []));
    expect(pValues).toMatchObject([{ value: { value: '0.03' } }]);
    expect(at(html, pValues[0]!)).toMatch(/0&middot;03$/);
  });
});

test('Characters are repaired for reading and kept as they are stored', () => {
  const text = PAGE(
    'METHODS: We random\u00adly assigned 80 adults with in\ufb02uenza to velmorin (n\u2009=\u200940) or placebo (n\u00a0=\u00a040).',
  );
  const { trial } = trialIn(Buffer.from(text));
  expect(trial.arms.map(({ enrolled }) => at(text, enrolled))).toEqual(['40', '40']);
  expect(trial.conditions.map(({ value }) => value).join()).not.toMatch(/\ufb02/);
});
