import { describe, expect, test } from 'vitest';
import { parseBoston } from '../../src/datasets/bostonHousing';
import { bostonGolden, bostonText, withLines } from './bostonFile';

describe('parseBoston', () => {
  const boston = parseBoston(bostonText);

  test('finds the rows, the features and the target that NumPy found', () => {
    expect(boston.rows).toBe(bostonGolden.rows);
    expect(boston.featureNames).toEqual(bostonGolden.features);
    expect(boston.columns.at(-1)?.name).toBe(bostonGolden.target);
    expect(boston.features).toHaveLength(506 * 13);
    expect(boston.target).toHaveLength(506);
  });

  test('keeps the first and the last row of the file', () => {
    expect([...boston.features.slice(0, 13)]).toEqual([
      0.00632, 18, 2.31, 0, 0.538, 6.575, 65.2, 4.09, 1, 296, 15.3, 396.9, 4.98,
    ]);
    expect([...boston.features.slice(-13)]).toEqual([
      0.04741, 0, 11.93, 0, 0.573, 6.03, 80.8, 2.505, 1, 273, 21, 396.9, 7.88,
    ]);
    expect(boston.target[0]).toBe(24);
    expect(boston.target[505]).toBe(11.9);
  });

  test('has the sums and means of every column', () => {
    boston.featureNames.forEach((_, column) => {
      const cells = boston.features.filter((_, place) => place % 13 === column);
      const sum = cells.reduce((total, cell) => total + cell, 0);
      expect(sum / boston.rows).toBe(bostonGolden.mean[column]);
    });
    const sum = boston.target.reduce((total, cell) => total + cell, 0);
    expect(sum).toBeCloseTo(11401.6, 9);
    expect(sum / boston.rows).toBeCloseTo(bostonGolden.target_mean, 12);
  });

  test('describes every column, and says what is wrong with the data set', () => {
    expect(boston.columns.map((column) => column.name)).toEqual([...bostonGolden.features, bostonGolden.target]);
    expect(boston.about.caution).toContain('removed it in 1.2');
    expect(boston.about.licence).toBe('Public domain: PDDL 1.0 for the database, CC0 1.0 for its contents.');
  });

  test('reads the columns by name, whatever their order, and Windows line ends and a byte order mark', () => {
    const turned = withLines((lines) => lines.map((line) => line.split(',').reverse().join(',')));
    expect(parseBoston(`\uFEFF${turned.replaceAll('\n', '\r\n')}\r\n`)).toEqual(boston);
  });
});

describe('parseBoston refuses', () => {
  const cases: [what: string, text: string, sentence: string][] = [
    ['an empty file', '', 'Boston housing: the column "crim" is missing; the file is empty'],
    [
      'a file without one of the columns',
      withLines((lines) => lines.map((line) => line.split(',').toSpliced(12, 1).join(','))),
      'Boston housing: the column "lstat" is missing; the header has ' +
        'crim, zn, indus, chas, nox, rm, age, dis, rad, tax, ptratio, b, medv',
    ],
    [
      'a file cut off after a row',
      withLines((lines) => lines.slice(0, 301)),
      'Boston housing: the file has 300 rows, but the data set has 506; the file is probably cut off',
    ],
    [
      'a file cut off within a row',
      withLines((lines) => [...lines.slice(0, 300), '0.1,0.00,5.1']),
      'Boston housing: row 300 has 3 cells, but the header has 14; the file is probably cut off',
    ],
    [
      'a file with a header and nothing else',
      withLines((lines) => lines.slice(0, 1)),
      'Boston housing: the file has 0 rows, but the data set has 506; the file is probably cut off',
    ],
    [
      'a row too many',
      withLines((lines) => [...lines, lines[1] ?? '']),
      'Boston housing: the file has 507 rows, but the data set has 506',
    ],
    [
      'a row with a cell too many',
      withLines((lines) => lines.with(7, `${lines[7] ?? ''},1`)),
      'Boston housing: row 7 has 15 cells, but the header has 14',
    ],
    [
      'a word among the numbers',
      withLines((lines) => lines.with(3, (lines[3] ?? '').replace('7.1850', 'seven'))),
      'Boston housing: row 3, column "rm": "seven" is not a number',
    ],
    [
      'an empty cell',
      withLines((lines) => lines.with(3, (lines[3] ?? '').replace('7.1850', ''))),
      'Boston housing: row 3, column "rm": "" is not a number',
    ],
    [
      'an infinite cell',
      withLines((lines) => lines.with(3, (lines[3] ?? '').replace('7.1850', 'Infinity'))),
      'Boston housing: row 3, column "rm": "Infinity" is not a number',
    ],
  ];

  test.each(cases)('%s', (_, text, sentence) => {
    expect(() => parseBoston(text)).toThrow(expect.objectContaining({ name: 'DataError', message: sentence }));
  });
});
