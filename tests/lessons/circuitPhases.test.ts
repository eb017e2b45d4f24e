import { describe, expect, it } from 'vitest';
import { PHASES } from '../../src/engine';
import { circuitExplanations } from '../../src/lessons/circuitPhases';

describe('circuitExplanations', () => {
  const { start, phases, running } = circuitExplanations('loss');
  const all = [start, ...PHASES.map((phase) => phases[phase]), running('7')];

  it('has a title and words of its own for every moment', () => {
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    for (const { text } of all) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('speaks of this output and of inputs, not of a network’s data', () => {
    expect([phases.forward, phases.seed].every(({ title }) => title.includes('loss'))).toBe(true);
    expect(all.map(({ title, text }) => `${title} ${text}`).join(' ')).not.toMatch(/batch|home|cost|\bC\b/i);
    expect(running('7').text).toContain('iteration 7');
  });
});
