import { describe, expect, it } from 'vitest';
import { allGradients } from '../../../src/scene/recording/allGradients';
import { replay } from '../../../src/scene/recording/replay';
import { recorded, scalars } from '../../engine/scalarGraphs';
import { networkRecording } from './recordings';

describe('allGradients', () => {
  it('gives the bits of a recording whose data have a gradient, whether this one’s have', () => {
    const [all, some] = [networkRecording('all'), networkRecording('parameters')];
    const program = allGradients(some);
    for (const id of all.order) {
      expect(program.value(id)).toEqual(replay(all).value(id));
      expect(program.gradient(id)).toEqual(replay(all).gradient(id));
    }
  });

  it('has a gradient for constants as well', () => {
    // f = 3 x², so that its slope by 3 is x².
    const program = allGradients(recorded(scalars('x := 5', 's = mul(x, x)', 'f = mul(s, 3)')));
    expect(program.gradient('3').data[0]).toBe(25);
    expect(program.gradient('x').data[0]).toBe(30);
  });

  it('is made once per recording', () => {
    const recording = networkRecording();
    expect(allGradients(recording)).toBe(allGradients(recording));
  });
});
