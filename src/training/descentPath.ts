/** Room for so many iterations to begin with; it doubles whenever it is used up. */
const FIRST_ROOM = 64;

/**
 * The way that a gradient descent has taken: the value of f and every parameter at each iteration, from iteration 0,
 * where it started. It grows without allocating for most steps; `version` grows with every change and tells a reader
 * whether to look again.
 */
export class DescentPath {
  #values = new Float64Array(FIRST_ROOM);
  readonly #places: Float64Array<ArrayBuffer>[];
  #count = 0;
  #version = 0;

  /** @param names the parameters that move */
  constructor(readonly names: readonly string[]) {
    this.#places = names.map(() => new Float64Array(FIRST_ROOM));
  }

  /** How many iterations are known: one more than steps have been taken. */
  get count(): number {
    return this.#count;
  }

  get version(): number {
    return this.#version;
  }

  /** The values of f so far: the path's own memory, to be read only, and only until it changes. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#count);
  }

  /** Where a parameter has been, likewise; undefined for a name that does not move. */
  placesOf(name: string): Float64Array | undefined {
    return this.#places[this.names.indexOf(name)]?.subarray(0, this.#count);
  }

  /** Adds an iteration. @param places the parameters, in the order of `names` */
  append(places: Float64Array, value: number): void {
    const at = this.#count;
    if (at === this.#values.length) {
      this.#values = grown(this.#values);
      this.#places.forEach((array, column) => (this.#places[column] = grown(array)));
    }
    this.#values[at] = value;
    this.#places.forEach((array, column) => (array[at] = places[column] ?? NaN));
    this.#count++;
    this.#version++;
  }
}

function grown(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}
