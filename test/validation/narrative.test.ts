import { describe, expect, test } from 'vitest';
import { evidence } from './evidence.ts';
import { changed, errors } from './found.ts';

const div = (inner: string): string => `<div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>`;
const of = (xhtml: string): readonly string[] => errors(changed(evidence, 'text.div', xhtml));

describe('narrative', () => {
  test.each([
    div('<table><tbody><tr><th scope="col">n</th><td>11</td></tr></tbody></table>'),
    div('5 &lt; 6 &nbsp; &#160; &alpha;'),
    div('<img src="#a" alt="x"/>'),
    div('<a href="https://example.com">x</a><br/>'),
  ])('accepts %s', (xhtml) => {
    expect(of(xhtml)).toEqual([]);
  });

  test.each([
    [div('<script>x</script>'), 'txt-1'],
    [div('<p onclick="x()">a</p>'), 'txt-1'],
    [div('<a href="javascript:x()">a</a>'), 'txt-1'],
    [div('<iframe src="https://example.com"/>x'), 'txt-1'],
    [div('<p>not closed'), 'txt-1'],
    [div('<p><table><tr><td>a</td></tr></table></p>'), 'txt-1'],
    [`<?xml version="1.0"?>${div('a')}`, 'txt-1'],
    [div('&unheardof;'), 'txt-1'],
    ['<div>no namespace</div>', 'txt-1'],
    ['<p xmlns="http://www.w3.org/1999/xhtml">no div</p>', 'txt-1'],
    ['just words', 'txt-1'],
    [`<!DOCTYPE div [<!ENTITY x "y">]>${div('a')}`, 'txt-1'],
    [div('<p> </p>'), 'txt-2'],
  ])('refuses %s', (xhtml, rule) => {
    expect(of(xhtml)).toEqual([`${rule} Evidence.text.div`]);
  });
});
