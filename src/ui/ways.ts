import { useSyncExternalStore } from 'react';

/** The ways into the product: each has an address of its own. */
export const WAYS = ['lessons', 'circuit', 'network', 'runs'] as const;

export type Way = (typeof WAYS)[number];

/** Which way an address leads: `#lessons/linear` to a lesson, `#circuit` to the circuit, `#runs` to the runs, everything else to the network. */
export function wayOf(hash: string): Way {
  return WAYS.find((way) => new RegExp(`^#/?${way}\\b`).test(hash)) ?? 'network';
}

/** The way that the page's address names; the component follows it. */
export function useWay(): Way {
  return useSyncExternalStore(watchAddress, () => wayOf(location.hash));
}

function watchAddress(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => {
    removeEventListener('hashchange', listener);
  };
}
