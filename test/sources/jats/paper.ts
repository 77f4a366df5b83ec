/** A table in JATS: its caption, head rows, body rows and notes, each row the mark-up of its cells. */
export interface PaperTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly notes?: string;
}

const rows = (all: readonly string[]): string => all.map((cells) => `<tr>${cells}</tr>`).join('\n');

const tableWrap = ({ caption, head, body, notes = '' }: PaperTable): string => `<table-wrap>
<label>Table 1</label><caption><p>${caption}</p></caption>
<table><thead>${rows(head)}</thead><tbody>${rows(body)}</tbody></table>
<table-wrap-foot><fn><p>${notes}</p></fn></table-wrap-foot></table-wrap>`;

/** Cells of one row: `<th>` or `<td>` with the text of each. */
export const cells = (...texts: readonly string[]): string =>
  texts.map((text) => `<td>${text}</td>`).join('');

/** An invented paper in JATS. Names and numbers in it are invented. */
export const paper = (
  tables: readonly PaperTable[],
  type = 'research-article',
  methods = '',
): string => `<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2//EN" "JATS-archivearticle1.dtd">
<article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="${type}"><front>
<journal-meta><journal-title-group><journal-title>Annals of Hillside Medicine</journal-title></journal-title-group><issn>9999-0001</issn></journal-meta>
<article-meta><article-id pub-id-type="doi">10.99999/ahm.77</article-id>
<title-group><article-title>Velmorin for hillside fever: a randomised, placebo-controlled trial</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Quill</surname><given-names>Ada</given-names></name></contrib></contrib-group>
<pub-date><day>3</day><month>4</month><year>2019</year></pub-date><volume>12</volume><fpage>101</fpage><lpage>109</lpage>
<abstract><sec><title>Background</title><p>Velmorin is new.</p></sec>
<sec><title>Methods</title><p>We randomly assigned 80 adults with hillside fever to velmorin (n = 40) or placebo (n = 40) for 8 weeks.</p></sec>
<sec><title>Results</title><p>Fever was shorter in the velmorin group.</p></sec></abstract>
<abstract abstract-type="graphical"><p>A picture of 999 patients who were randomised.</p></abstract>
</article-meta></front><body>
<sec sec-type="intro"><title>Introduction</title><p>In another trial, 12 of 30 patients died.</p></sec>
<sec sec-type="methods"><title>Methods</title><p>Doses of 5 × 10<sup>6</sup> units were given<xref ref-type="bibr">7</xref>.</p><p>${methods}</p></sec>
<sec sec-type="results"><title>Results</title>${tables.map(tableWrap).join('\n')}</sec>
<sec sec-type="discussion"><title>Discussion</title><p>Our trial was small.</p></sec></body></article>`;
