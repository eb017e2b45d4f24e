import { expect, test } from 'vitest';
import { nameTex } from '../../src/expression/tex';
import { texName } from '../../src/scene/format';

test.each(['x', 'w0', 'W_12', 'rate', 'alpha1', '__proto__', 'a_b', '$', 'é', 'θ2', '_1', 'x_', '𝐱', '𝐱1'])('nameTex of %s is what the page sets', (name) => {
  expect(nameTex(name)).toBe(texName(name));
});
