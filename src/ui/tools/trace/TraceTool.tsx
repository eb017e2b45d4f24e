import { useDeferredValue, useMemo, useState } from 'react';
import type { Recording } from '../../../engine';
import { formatCount, formatName } from '../../../scene/format';
import { linesWith, textBetween } from '../../../study/trace/searchTrace';
import { traceOf } from '../../../study/trace/trace';
import { Button } from '../../controls/Button';
import { copyText } from '../../controls/copyText';
import { usePlayback, useSettings, useWalk } from '../../context';
import { useSceneState, useTimeline } from '../../frame';
import { boundsOf, type LineRange } from './lineRange';
import styles from './trace.module.css';
import { TraceList, type Wish } from './TraceList';
import { TraceSearch } from './TraceSearch';
import { useHits } from './useHits';

/** All that happens in the iteration on the screen, line by line, in step with the graph. */
export function TraceTool() {
  const recording = useDeferredValue(useTimeline()?.recording);
  if (recording === undefined) return <p className={styles.none}>There is nothing to trace yet.</p>;
  return <TraceOf recording={recording} />;
}

function TraceOf({ recording }: { readonly recording: Recording }) {
  const { seek } = useWalk();
  const allDigits = useSettings((settings) => settings.allDigits);
  const completed = useSceneState()?.completed ?? 0;
  const selected = usePlayback(({ selection }) => (selection?.kind === 'node' ? selection.id : undefined));
  const trace = useMemo(() => traceOf(recording, allDigits), [recording, allDigits]);
  const [follows, setFollows] = useState(true);
  const [wanted, setWanted] = useState('');
  const [wish, setWish] = useState<Wish>();
  const [chosen, setChosen] = useState<LineRange>();
  const [told, setTold] = useState('');
  const { lines: hits, searching } = useHits(trace, wanted);

  // At the very start nothing has happened, and the list stands at its beginning.
  const current = { from: trace.startOf(completed - 1), to: completed === 0 ? 0 : trace.startOf(completed) };
  const last = Math.max(0, trace.length - 1);
  const { anchor, head } = chosen ?? { anchor: current.from, head: current.from };
  // Another iteration may have fewer lines.
  const range: LineRange = { anchor: Math.min(anchor, last), head: Math.min(head, last) };
  const { from, to } = boundsOf(range);

  const goTo = (line: number, top: boolean): void => {
    setFollows(false);
    setChosen({ anchor: line, head: line });
    setWish({ line, top });
  };
  const next = (back: boolean): void => {
    // Whoever goes there before the search is through waits for what is left of it.
    const lines = searching ? linesWith(trace, wanted) : hits;
    const line = back ? lines.findLast((hit) => hit < range.head) ?? lines.at(-1) : lines.find((hit) => hit > range.head) ?? lines[0];
    // Of hits that nobody has been to, the one under the line where one stands is the first.
    const first = !back && lines.includes(range.head) && wish === undefined ? range.head : line;
    if (first !== undefined) goTo(first, false);
  };
  const copy = async (start: number, end: number): Promise<void> => {
    const lines = end === start ? '1 line' : `${formatCount(end - start + 1)} lines`;
    if (await copyText(textBetween(trace, start, end))) setTold(`Copied ${lines}.`);
    else {
      // The list’s own copying needs no leave.
      setChosen({ anchor: start, head: end });
      setTold(`The browser did not allow it. ${lines === '1 line' ? 'It is' : 'They are'} chosen now: go into the list with Tab and press Ctrl C.`);
    }
  };

  return (
    <div className={styles.tool}>
      <div className={styles.bar}>
        <div className={styles.jumps} role="group" aria-label="Sections">
          {trace.sections.map(({ section, line }) => (
            <button key={section} type="button" onClick={() => goTo(line, true)}>
              {section.charAt(0).toUpperCase() + section.slice(1)}
            </button>
          ))}
        </div>
        <TraceSearch
          wanted={wanted}
          hits={hits.length}
          hit={hits.indexOf(range.head)}
          searching={searching}
          onWanted={(text) => {
            setWanted(text);
            if (text.trim() !== '') setFollows(false);
          }}
          onNext={next}
        />
        {selected !== undefined && (
          <Button look="quiet" onClick={() => setWanted(formatName(selected))}>
            Find {formatName(selected)}
          </Button>
        )}
        <label className={styles.follow}>
          <input type="checkbox" checked={follows} onChange={(event) => setFollows(event.target.checked)} />
          Follow
        </label>
        <Button onClick={() => void copy(0, last)}>Copy all</Button>
        {to > from && <Button onClick={() => void copy(from, to)}>Copy {formatCount(to - from + 1)} lines</Button>}
        <p role="status" className={styles.told}>
          {told}
        </p>
      </div>
      <TraceList
        trace={trace}
        current={current}
        follows={follows}
        wanted={wanted}
        range={range}
        wish={wish}
        onRange={setChosen}
        onGo={(line) => seek(trace.line(line).step + 1)}
        onWander={() => setFollows(false)}
      />
      <p className={styles.hint}>
        {formatCount(trace.length)} lines. Click a line, or press Enter on it, and the graph goes to that moment; Shift chooses several.
      </p>
    </div>
  );
}
