import { ticks as roundNumbersBetween } from 'd3';
import { formatNumber } from '../../scene/format';
import { CHARACTER } from '../parts/lettering';
import type { Domain } from './domain';

/** Round numbers on a linear axis, at least `spacing` pixels apart. */
export function linearTicks(domain: Domain, length: number, spacing: number): number[] {
  for (let wanted = Math.max(1, Math.floor(length / spacing)); wanted >= 1; wanted--) {
    const found = roundNumbersBetween(domain[0], domain[1], wanted);
    if (apart(found, (value) => ((value - domain[0]) / (domain[1] - domain[0])) * length, () => spacing)) return found;
  }
  return [domain[0]];
}

/** Round numbers on a linear axis that lies: as many as fit with their labels side by side. */
export function lyingTicks(domain: Domain, length: number): number[] {
  let spacing = 44;
  for (;;) {
    const found = linearTicks(domain, length, spacing);
    const widest = Math.max(...tickLabels(found).map((label) => label.length)) * CHARACTER + 12;
    if (found.length === 1 || widest <= spacing) return found;
    spacing = widest;
  }
}

/** Ticks in writing, with as many digits as tell neighbours apart. */
export function tickLabels(values: readonly number[]): string[] {
  let digits = 4;
  for (let index = 1; index < values.length; index++) {
    const [before = 0, here = 0] = [values[index - 1], values[index]];
    const greatest = Math.max(Math.abs(before), Math.abs(here));
    const needed = Math.ceil(Math.log10(greatest / Math.abs(here - before))) + 1;
    if (needed > digits) digits = Math.min(needed, 15);
  }
  return values.map((value) => formatNumber(value, digits));
}

/** Powers of ten on a logarithmic axis, with 2 and 5 times them where there is room, at least `spacing` pixels apart. */
export function logTicks(domain: Domain, length: number, spacing: number): number[] {
  const place = (value: number): number => (Math.log(value / domain[0]) / Math.log(domain[1] / domain[0])) * length;
  const from = Math.floor(Math.log10(domain[0]) + 1e-9);
  const to = Math.ceil(Math.log10(domain[1]) - 1e-9);
  const candidates = (factors: readonly number[], every: number): number[] => {
    const found: number[] = [];
    for (let power = from; power <= to; power++) {
      if (power % every !== 0) continue;
      for (const factor of factors) {
        // A power below zero is divided by, since 10 ** -1 * 3 is not 0.3.
        const value = power < 0 ? factor / 10 ** -power : factor * 10 ** power;
        if (value >= domain[0] * (1 - 1e-9) && value <= domain[1] * (1 + 1e-9)) found.push(value);
      }
    }
    return found;
  };
  const fits = (found: number[]): boolean => apart(found, place, () => spacing);
  const dense = candidates([1, 2, 5], 1);
  if (fits(dense)) return dense;
  for (let every = 1; every <= to - from; every++) {
    const found = candidates([1], every);
    if (found.length > 0 && fits(found)) return found;
  }
  return [domain[1]];
}

/**
 * Round numbers on a logarithmic axis that lies: powers of ten, and between them 2 and 5 times those, each as far as its label, as
 * `format` writes it, has room beside the others.
 */
export function lyingLogTicks(domain: Domain, length: number, format: (value: number) => string): number[] {
  const place = (value: number): number => (Math.log(value / domain[0]) / Math.log(domain[1] / domain[0])) * length;
  const half = (value: number): number => (format(value).length * CHARACTER + 16) / 2;
  const all = logTicks(domain, length, 0);
  const kept: number[] = [];
  for (const factor of [1, 2, 5]) {
    for (const value of all) {
      if (leadingDigit(value) === factor && kept.every((other) => Math.abs(place(other) - place(value)) >= half(other) + half(value))) kept.push(value);
    }
  }
  return kept.length > 0 ? kept.sort((a, b) => a - b) : [domain[1]];
}

function leadingDigit(value: number): number {
  return Number(value.toExponential(0).charAt(0));
}

/** Whole round numbers on an axis that counts, as many as fit with their labels side by side. */
export function countTicks(domain: Domain, length: number, format: (value: number) => string): number[] {
  const place = (value: number): number => ((value - domain[0]) / (domain[1] - domain[0])) * length;
  const width = (value: number): number => format(value).length * CHARACTER + 18;
  for (let wanted = Math.max(1, Math.floor(length / 60)); wanted >= 1; wanted--) {
    const found = roundNumbersBetween(domain[0], domain[1], wanted).filter(Number.isInteger);
    if (found.length > 0 && apart(found, place, width)) return found;
  }
  return [Math.ceil(domain[0])];
}

/** Whether neighbours, each as wide as `width` says, keep clear of each other. */
function apart(values: readonly number[], place: (value: number) => number, width: (value: number) => number): boolean {
  return values.every((value, index) => {
    const before = values[index - 1];
    return before === undefined || place(value) - place(before) >= (width(value) + width(before)) / 2 - 1e-6;
  });
}
