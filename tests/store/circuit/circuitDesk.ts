import { createCircuit, type Circuit } from '../../../src/store/circuit/circuit';
import type { Input } from '../../../src/store/circuit/inputs';
import type { SavedCircuit } from '../../../src/store/circuit/savedCircuit';
import { shownIteration, type Iteration } from '../../../src/store/playback';
import { createSettings } from '../../../src/store/settings';
import { MemoryStorage } from '../memoryStorage';

/** A circuit with a clock that stands still: a slice of descending never runs out of time. */
export class CircuitDesk {
  readonly circuit: Circuit;

  constructor(saved?: SavedCircuit) {
    const storage = new MemoryStorage();
    this.circuit = createCircuit(createSettings(() => storage), saved, () => 0);
  }

  /** The iteration on the screen. @throws Error if there is none */
  get shown(): Iteration {
    const iteration = shownIteration(this.circuit.walk.playback.getState());
    if (iteration === undefined) throw new Error('no iteration is shown');
    return iteration;
  }

  get t(): number {
    return this.circuit.walk.playback.getState().t;
  }

  /** Types an expression and sets its inputs. */
  type(text: string, values: Readonly<Record<string, number>> = {}, trainable: readonly string[] = []): void {
    this.circuit.setText(text);
    for (const [name, value] of Object.entries(values)) this.circuit.setValue(name, value);
    for (const { name } of this.circuit.state.getState().inputs) this.circuit.setTrainable(name, trainable.includes(name));
  }

  input(name: string): Input {
    const input = this.circuit.state.getState().inputs.find((one) => one.name === name);
    if (input === undefined) throw new Error(`there is no input ${name}`);
    return input;
  }

  /** A node's value in the iteration on the screen, once all passes are over. */
  value(id: string): number {
    return this.shown.timeline.nodes.get(id)?.states.findLast(({ value, update }) => value !== undefined && update === undefined)?.value?.data[0] ?? NaN;
  }

  /** A node's gradient, likewise. */
  gradient(id: string): number {
    return this.shown.timeline.nodes.get(id)?.states.at(-1)?.gradient?.data[0] ?? NaN;
  }

  /** Lets a descent run to its end, frame by frame. @throws Error if it has none within 100,000 frames */
  descend(): void {
    this.circuit.descend();
    for (let frame = 0; frame < 100_000; frame++) {
      if (!this.circuit.state.getState().descent.running) return;
      this.circuit.tickDescent(16);
    }
    throw new Error('the descent does not end');
  }
}
