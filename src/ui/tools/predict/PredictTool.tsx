import { useMemo, useState } from 'react';
import { Random } from '../../../engine';
import type { Ask } from '../../../lessons/ask';
import { spotlightOn, type Spotlight } from '../../../scene/spotlight';
import { answerText } from '../../../study/questions/answerText';
import type { Difficulty, Effort } from '../../../study/questions/difficulty';
import { nextAsk } from '../../../study/questions/nextAsk';
import type { Question } from '../../../study/questions/question';
import { questionOf } from '../../../study/questions/questionOf';
import { usePart, usePlayback, useWalk } from '../../context';
import { Button } from '../../controls/Button';
import { Choice } from '../../controls/Choice';
import { useTimeline } from '../../frame';
import { placeOf, type Place } from './placeOf';
import styles from './predictTool.module.css';
import { QuestionCard } from './QuestionCard';
import { score } from './score';
import { ScoreTable } from './ScoreTable';
import { useCover } from '../useCover';
import { useShine } from '../useShine';

const LEVELS = [
  ['easy', 'Easy: order, shapes, single numbers'],
  ['medium', 'Medium: values and single edges'],
  ['hard', 'Hard: sums, shares, cells of gradients'],
] as const;

/** What is said of hard questions that take less than those do where there are harder ones. */
const EASIER: Readonly<Record<Effort, string | undefined>> = {
  part: undefined,
  gradient: 'No gradient of this graph that can be worked out by hand is a sum, a share or one cell of many, so the plain ones are asked for.',
  value: 'No gradient of this graph can be worked out by hand, so values are asked for.',
};

/** What is asked at the moment, and how far it has come. */
interface Open {
  readonly ask: Ask;
  /** What is to be said of its difficulty. */
  readonly easier: string | undefined;
  /** Which question it is, counted. */
  readonly number: number;
  readonly state: 'open' | 'solved' | 'shown';
}

/** Asks for a value, a shape or the next node before it is shown, and then shows it. */
export function PredictTool() {
  const walk = useWalk();
  const timeline = useTimeline();
  const tally = usePart(score, (state) => state);
  const [difficulty, setDifficulty] = useState<Difficulty>('easy');
  const [random] = useState(() => new Random(Date.now()));
  const [open, setOpen] = useState<Open>();
  const [nothing, setNothing] = useState(false);
  const ask = open?.ask;
  const question = useMemo(() => (timeline === undefined || ask === undefined ? undefined : questionOf(timeline, ask)), [timeline, ask]);
  const reveal = question?.reveal ?? Infinity;
  const isOut = usePlayback(({ t }) => t >= reveal);
  const isOver = open !== undefined && (open.state !== 'open' || isOut || question === undefined);
  useShine(useMemo(() => spotlightOf(question), [question]));
  useCover(open !== undefined && !isOver);

  if (timeline === undefined) return <p className={styles.note}>There is no iteration to ask about yet.</p>;

  const goTo = ({ selection, chosen }: Place): void => {
    walk.select(selection);
    walk.choose(chosen);
  };
  /** The next question after a moment; past the end of the iteration, from its beginning; the same once more only where there is no other. */
  const begin = (after: number, level: Difficulty): void => {
    const next = nextAsk(timeline, after, level, random, ask) ?? nextAsk(timeline, 0, level, random, ask) ?? nextAsk(timeline, 0, level, random);
    setNothing(next === undefined);
    if (next === undefined) {
      setOpen(undefined);
      return;
    }
    walk.pause();
    walk.seek(next.at);
    const place = next.ask.what === 'next' ? undefined : placeOf(questionOf(timeline, next.ask));
    // What is asked for is looked at, in all places: they say nothing of it yet.
    if (place !== undefined) goTo(place);
    setOpen({ ask: next.ask, easier: EASIER[next.effort ?? 'part'], number: (open?.number ?? 0) + 1, state: 'open' });
  };
  const show = (state: 'solved' | 'shown'): void => {
    if (open === undefined || question === undefined) return;
    setOpen({ ...open, state });
    walk.seek(question.reveal);
    const place = placeOf(question);
    if (place !== undefined) goTo(place);
  };
  return (
    <div className={styles.tool}>
      <div className={styles.asking}>
        <div className={styles.bar}>
          <Choice
            label="Difficulty"
            value={difficulty}
            options={LEVELS}
            onChange={(level) => {
              setDifficulty(level);
              if (open !== undefined) begin(walk.playback.getState().t, level);
            }}
          />
          {open === undefined && (
            <Button look="primary" onClick={() => begin(walk.playback.getState().t, difficulty)}>
              Begin
            </Button>
          )}
          {open !== undefined && !isOver && (
            <Button onClick={() => show('shown')} title="Counts neither as right nor as wrong">
              Show it
            </Button>
          )}
          {isOver && (
            <Button key={open.number} look="primary" autoFocus={open.state !== 'open'} onClick={() => begin(walk.playback.getState().t, difficulty)}>
              Next question
            </Button>
          )}
        </div>
        {open === undefined && !nothing && (
          <p className={styles.note}>Time goes to a moment at which something is about to be computed, and you say what comes out. A wrong answer is traced to the mistake behind it.</p>
        )}
        {nothing && <p className={styles.note}>There is nothing to ask at this difficulty: no number in this graph is finite, of ordinary size, and made of few enough parts. Another difficulty may have some.</p>}
        {open !== undefined && question === undefined && <p className={styles.note} role="status">The graph has changed: what was asked is no longer there, or is no finite number.</p>}
        {open !== undefined && question !== undefined && (
          <>
            {open.easier !== undefined && <p className={styles.note}>{open.easier}</p>}
            <QuestionCard key={open.number} question={question} focused closed={isOver} onSolved={() => show('solved')} />
            {open.state === 'shown' && <p className={styles.note} role="status">{answerText(question.answer)}</p>}
            {open.state === 'open' && isOut && <p className={styles.note} role="status">Time has gone on: the answer is on the graph by now.</p>}
          </>
        )}
      </div>
      <ScoreTable score={tally} onClear={score.clear} />
    </div>
  );
}

/** What a question is about; nothing where the question is what it is about. */
function spotlightOf(question: Question | undefined): Spotlight | null {
  const { nodes, edges } = question?.about ?? { nodes: [], edges: [] };
  return nodes.length + edges.length === 0 ? null : spotlightOn(nodes, edges);
}
