const BYTES = Float64Array.BYTES_PER_ELEMENT;

/**
 * A hash of the bits of all parameters, as 16 hexadecimal digits: 64-bit FNV-1a over their bytes, the lowest byte of a
 * number first. Two runs that came to the same place have the same hash; one bit of difference changes it, but for one
 * chance in 2⁶⁴. Every NaN counts as the same one: the language does not say which bits it has.
 */
export function parametersHash(parameters: Float64Array): string {
  const bytes = new DataView(new ArrayBuffer(parameters.length * BYTES));
  parameters.forEach((parameter, index) => {
    if (Number.isNaN(parameter)) bytes.setUint32(index * BYTES + 4, 0x7f_f8_00_00, true);
    else bytes.setFloat64(index * BYTES, parameter, true);
  });
  return fnv1a(new Uint8Array(bytes.buffer));
}

/**
 * 64-bit FNV-1a, as 16 hexadecimal digits: from the offset basis on, each byte is put in by exclusive or, and the hash
 * multiplied by the prime 2⁴⁰ + 435. In two halves of 32 bits, since a number holds 53 bits exactly.
 * (Eastlake and others, The FNV Non-Cryptographic Hash Algorithm, RFC 9923.)
 */
export function fnv1a(bytes: Uint8Array): string {
  let high = 0xcb_f2_9c_e4;
  let low = 0x84_22_23_25;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * 435;
    high = (high * 435 + Math.floor(product / 2 ** 32) + low * 2 ** 8) % 2 ** 32;
    low = product % 2 ** 32;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
