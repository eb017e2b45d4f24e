import type { BatchOrder } from '../../engine';

/** In which order the rows come, as it is called on the page; after “batches” it goes on with the sentence. */
export const ORDER_WORDS: Readonly<Record<BatchOrder, string>> = {
  resampled: 'drawn with replacement',
  shuffled: 'shuffled',
  'in order': 'in order',
};

/** What each order is called by itself, where there is little room. */
export const ORDER_NAMES: Readonly<Record<BatchOrder, string>> = {
  ...ORDER_WORDS,
  resampled: 'resampled',
};
