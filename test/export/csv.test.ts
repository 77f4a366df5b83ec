import { expect, test } from 'vitest';
import { csv } from '../../src/export/csv.ts';

const one = (value: string | undefined) => csv({ columns: ['a'], rows: [{ a: value }] });

test('A table has a line for its columns and one for each row, whatever a row leaves out', () => {
  const rows = [{ a: '1.50', b: 'x' }, { b: 'y' }];
  expect(csv({ columns: ['a', 'b'], rows })).toBe('a,b\r\n1.50,x\r\n,y\r\n');
});

test.each([
  ['a "word", and more', '"a ""word"", and more"'],
  ['two\nlines', '"two\nlines"'],
  ['-0.90', '-0.90'],
  ['+1e3', '+1e3'],
  ['<0.001', '<0.001'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-1+cmd', "'-1+cmd"],
  ['\tx', "'\tx"],
  ['=A1,"b"', `"'=A1,""b"""`],
])('%j is written %j', (value, written) => {
  expect(one(value)).toBe(`a\r\n${written}\r\n`);
});
