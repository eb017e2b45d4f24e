import { createScore } from '../../../store/score';

/** The reader's score, for the tool and for every exercise of a lesson. */
export const score = createScore(() => localStorage);
