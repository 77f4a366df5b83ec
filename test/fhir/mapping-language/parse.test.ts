import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMap } from '../../../src/fhir/mapping-language/parse.ts';

const MAP = `
map "https://example.com/StructureMap/m" = "M"

// What is mapped
uses "http://hl7.org/fhir/StructureDefinition/Patient" alias Patient as source
uses "http://hl7.org/fhir/StructureDefinition/Basic" alias Basic as target
imports "https://example.com/StructureMap/*"

group Main(source src : Patient, target tgt : Basic) extends Other <<type+>> {
  src.identifier -> tgt.identifier; /* a copy */
  src.name as n where (use = 'official (1)') -> tgt.extension as e, e.value = create('Reference') as r, r.reference = reference(src) "names";
  src.link : Reference 0..1 first as l then { l.other -> tgt.subject then Sub(l, tgt); };
  src -> tgt.created = ('2024-01' + "-01") "when";
  src.telecom as t -> tgt.author = append('a', 1, 1.5, true, t) as a first share;
}

group Sub(source s, target t) {}
`;

test('a map in the mapping language is the resource it stands for', () => {
  expect(parseMap(MAP)).toEqual({
    resourceType: 'StructureMap',
    url: 'https://example.com/StructureMap/m',
    name: 'M',
    status: 'draft',
    structure: [
      { url: 'http://hl7.org/fhir/StructureDefinition/Patient', alias: 'Patient', mode: 'source' },
      { url: 'http://hl7.org/fhir/StructureDefinition/Basic', alias: 'Basic', mode: 'target' },
    ],
    import: ['https://example.com/StructureMap/*'],
    group: [
      {
        name: 'Main',
        extends: 'Other',
        typeMode: 'type-and-types',
        input: [
          { name: 'src', type: 'Patient', mode: 'source' },
          { name: 'tgt', type: 'Basic', mode: 'target' },
        ],
        rule: [
          {
            source: [{ context: 'src', element: 'identifier', variable: 'copied' }],
            target: [
              {
                context: 'tgt',
                element: 'identifier',
                transform: 'copy',
                parameter: [{ valueId: 'copied' }],
              },
            ],
          },
          {
            source: [{ context: 'src', element: 'name', variable: 'n', condition: "use = 'official (1)'" }],
            target: [
              { context: 'tgt', element: 'extension', variable: 'e' },
              {
                context: 'e',
                element: 'value',
                transform: 'create',
                parameter: [{ valueString: 'Reference' }],
                variable: 'r',
              },
              { context: 'r', element: 'reference', transform: 'reference', parameter: [{ valueId: 'src' }] },
            ],
            name: 'names',
          },
          {
            source: [
              {
                context: 'src',
                element: 'link',
                type: 'Reference',
                min: 0,
                max: '1',
                listMode: 'first',
                variable: 'l',
              },
            ],
            rule: [
              {
                source: [{ context: 'l', element: 'other', variable: 'copied' }],
                target: [
                  {
                    context: 'tgt',
                    element: 'subject',
                    transform: 'copy',
                    parameter: [{ valueId: 'copied' }],
                  },
                ],
                dependent: [{ name: 'Sub', parameter: [{ valueId: 'l' }, { valueId: 'tgt' }] }],
              },
            ],
          },
          {
            source: [{ context: 'src' }],
            target: [
              {
                context: 'tgt',
                element: 'created',
                transform: 'evaluate',
                parameter: [{ valueString: '\'2024-01\' + "-01"' }],
              },
            ],
            name: 'when',
          },
          {
            source: [{ context: 'src', element: 'telecom', variable: 't' }],
            target: [
              {
                context: 'tgt',
                element: 'author',
                transform: 'append',
                parameter: [
                  { valueString: 'a' },
                  { valueInteger: 1 },
                  { valueDecimal: 1.5 },
                  { valueBoolean: true },
                  { valueId: 't' },
                ],
                variable: 'a',
                listMode: ['first', 'share'],
              },
            ],
          },
        ],
      },
      {
        name: 'Sub',
        input: [
          { name: 's', mode: 'source' },
          { name: 't', mode: 'target' },
        ],
      },
    ],
  });
});

test.each([
  ['', 1, 1],
  ['map "x"', 1, 8],
  ['map "x" = "y"\ngroup G(source s) {\n  s.a -> ;\n}', 3, 10],
  ['map "x" = "y"\ngroup G(source s) { s -> t.a = (b ; }', 2, 38],
  ['map "x" = "y" other', 1, 15],
])('what is no map is told where it ends to be one: %j', (text, line, column) => {
  expect(parseMap(text)).toMatchObject([{ severity: 'fatal', rule: 'map-syntax', line, column }]);
});

test('rules are not nested without end', () => {
  const deep = `map "x" = "y" group G(source s) { ${'s then { '.repeat(100_000)}`;
  expect(parseMap(deep)).toMatchObject([{ rule: 'map-syntax' }]);
});

test('any text is a map or an issue', () => {
  const piece = fc.constantFrom(...(MAP.match(/\w+|\s|"[^"]*"|\S/g) ?? []));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (text) => {
        const read = parseMap(text);
        expect('group' in read || read.length === 1).toBe(true);
      },
    ),
  );
});
