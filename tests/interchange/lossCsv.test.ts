import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lossCsv } from '../../src/interchange/lossCsv';
import { LossSeries } from '../../src/training/lossSeries';

function series(): LossSeries {
  const losses = new LossSeries(64);
  losses.append([0.1 + 0.2, 2, Infinity, NaN, 5], 1);
  losses.appendEpoch(1, 1.15, 2, 9.5);
  losses.appendEpoch(2, NaN, 4);
  return losses;
}

describe('lossCsv', () => {
  test('writes a line a step with all digits, and what is known of an epoch at its last step', () => {
    expect(lossCsv([{ name: 'Run 1', series: series(), stepsPerEpoch: 2 }]).split('\r\n')).toEqual([
      'run,step,epoch,loss,epoch_mean,test_loss',
      'Run 1,1,1,0.30000000000000004,,',
      'Run 1,2,1,2,1.15,9.5',
      'Run 1,3,2,Infinity,,',
      'Run 1,4,2,NaN,NaN,',
      'Run 1,5,3,5,,',
      '',
    ]);
  });

  test('is read back by another reader, whatever the runs are called', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom('a,b', 'say "no"', 'two\nlines', '\r', '"'));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), (names) => {
        const rows = csvParse(lossCsv(names.map((each) => ({ name: each, series: series(), stepsPerEpoch: 2 }))));
        expect(rows.map(({ run }) => run)).toEqual(names.flatMap((each) => [each, each, each, each, each]));
        expect(rows.map(({ step }) => step)).toEqual(names.flatMap(() => ['1', '2', '3', '4', '5']));
      }),
    );
  });

  test('begins with the oldest step that is kept, in its own epoch', () => {
    const long = new LossSeries(32);
    long.append(new Float64Array(40).fill(1), 1);
    for (let epoch = 1; epoch <= 4; epoch++) long.appendEpoch(epoch, 1, 10 * epoch);
    expect(lossCsv([{ name: 'R', series: long, stepsPerEpoch: 10 }]).split('\r\n').slice(1, 3)).toEqual(['R,9,1,1,,', 'R,10,1,1,1,']);
  });

  test('of no run is the line of column names alone', () => {
    expect(lossCsv([])).toBe('run,step,epoch,loss,epoch_mean,test_loss\r\n');
  });
});
