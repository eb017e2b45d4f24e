import { useEffect, useState } from 'react';
import { usePart } from '../context';
import { createAsker, type Answer, type Asker } from './answers';

/** An asker of one's own, which gives its question up on leaving, and its answer; the component follows it. */
export function useAsker<Content>(): readonly [Asker<Content>, Answer<Content>] {
  const [asker] = useState(() => createAsker<Content>());
  useEffect(() => asker.cancel, [asker]);
  return [asker, usePart(asker, (answer) => answer)];
}
