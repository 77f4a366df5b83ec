import { type Operator, type Operators, onType } from '../operator.ts';
import type { JsonObject } from '../sites.ts';

const div = (content: string, attributes = ''): string =>
  `<div xmlns="http://www.w3.org/1999/xhtml"${attributes}>${content}</div>`;

/** Gives a resource, or a narrative in it, this markup. */
const marked = (...markup: readonly string[]): Operator => {
  const inPlace = onType('Narrative', (narrative, random) => {
    narrative.div = random.pick(markup);
  });
  return (resource, random) => {
    if (inPlace(resource, random)) return true;
    if (resource.resourceType === 'Bundle' || resource.resourceType === 'Binary') return false;
    resource.text = { status: 'generated', div: random.pick(markup) };
    return true;
  };
};

const narrative = (change: (narrative: JsonObject) => unknown): Operator => onType('Narrative', change);

/** Faults in narratives: https://hl7.org/fhir/R5/narrative.html */
export const NARRATIVES: Operators = {
  'script in a narrative': marked(div('<p>x</p><script>alert(1)</script>')),
  'event in a narrative': marked(div('<p onclick="x()">x</p>'), div('<img src="#a" alt="x" onerror="x()"/>')),
  'active link in a narrative': marked(div('<a href="javascript:x()">x</a>')),
  'element that narratives do not have': marked(
    div('<form><input/></form>'),
    div('<iframe src="http://trials.test"></iframe>'),
    div('<video>x</video>'),
    div('<object>x</object>'),
    div('<section>x</section>'),
    div('<font>x</font>'),
    div('<u>x</u>'),
    div('<button>x</button>'),
  ),
  'head in a narrative': marked(
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><div>x</div></body></html>',
    div('<head><title>x</title></head>'),
  ),
  'style sheet in a narrative': marked(
    div('<style>p { color: red }</style><p>x</p>'),
    div('<link rel="stylesheet" href="x.css"/>'),
  ),
  'style attribute in a narrative': marked(div('<p style="color: red" class="x" id="a" title="x">x</p>')),
  'attribute that narratives do not have': marked(
    div('<p data-x="1">x</p>'),
    div('<p role="x">x</p>'),
    div('<p href="x">x</p>'),
    div('<td onload="x">x</td>'),
    div('<p aria-label="x">x</p>'),
    div('<p hidden="hidden">x</p>'),
  ),
  'narrative without its namespace': marked('<div>x</div>'),
  'narrative of another namespace': marked(
    '<div xmlns="http://www.w3.org/2000/svg">x</div>',
    '<div xmlns="http://www.w3.org/1999/xhtml/">x</div>',
  ),
  'narrative of nothing': marked(div(''), div('  '), div('<p> </p>'), div('<br/>')),
  'narrative of an image': marked(div('<img src="#x" alt="x"/>')),
  'narrative that is no div': marked(
    '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
    'words',
    '<span xmlns="http://www.w3.org/1999/xhtml">x</span>',
  ),
  'narrative of two divs': marked(`${div('x')}${div('y')}`, `x${div('y')}`),
  'element that is not closed': marked(
    div('<p>x'),
    div('<br>'),
    div('<b>x</p>'),
    '<div xmlns="http://www.w3.org/1999/xhtml">x',
  ),
  'ampersand that is not escaped': marked(div('a & b'), div('a < b')),
  'named entity': marked(div('a&nbsp;b'), div('&copy; &ouml; &mdash;')),
  'entity that is unknown': marked(div('a&nosuch;b')),
  'comment in a narrative': marked(div('<!-- x -->x')),
  'CDATA in a narrative': marked(div('<![CDATA[x]]>')),
  'processing instruction in a narrative': marked(div('<?x y?>x')),
  'document type in a narrative': marked(`<!DOCTYPE html>${div('x')}`),
  'XML declaration in a narrative': marked(`<?xml version="1.0"?>${div('x')}`),
  'attribute without quotes': marked(div('<p class=x>x</p>')),
  'attribute that stands twice': marked(div('<p class="x" class="y">x</p>')),
  'prefix in a narrative': marked(
    '<h:div xmlns:h="http://www.w3.org/1999/xhtml">x</h:div>',
    div('<x:p xmlns:x="http://trials.test">x</x:p>'),
  ),
  'element in capitals': marked(div('<P>x</P>'), '<DIV xmlns="http://www.w3.org/1999/xhtml">x</DIV>'),
  'block in a paragraph': marked(div('<p>x<div>y</div></p>'), div('<p>x<ul><li>y</li></ul></p>')),
  'list without items': marked(div('<ul>x</ul>'), div('<li>x</li>')),
  table: marked(div('<table border="1" class="grid"><tr><td colspan="2">x</td></tr></table>')),
  'two ids alike': marked(div('<p id="a">x</p><p id="a">y</p>')),
  'image without its text': marked(div('x<img src="http://trials.test/x.png"/>')),
  'link to nothing in the narrative': marked(div('<a href="#no-such">x</a>')),
  'language of a narrative': marked(div('x', ' lang="de" xml:lang="de"'), div('x', ' lang="de"')),
  'narrative without its status': narrative((text) => delete text.status),
  'narrative without its div': narrative((text) => delete text.div),
  'narrative of an unknown status': narrative((text) => {
    text.status = 'made';
  }),
  'narrative as a string': onType('Narrative', (text, _, { holder, key }) => {
    holder[key] = text.div;
  }),
};
