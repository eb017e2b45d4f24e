import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { runOf } from '../../store/runs';
import { useMiniflow, useTraining } from '../context';
import { Button } from '../controls/Button';
import { Dialog } from '../controls/Dialog';
import { withFetched } from './fetchedPart';
import styles from './files.module.css';
import { freeName } from './freeName';
import { useFileDrop } from './useFileDrop';

/** A file that could not be opened or written, and why. */
interface Problem {
  readonly file: string;
  readonly sentence: string;
}

/**
 * The run at the front as a file, and runs from files: chosen, or dropped anywhere on the page. Reading and writing are
 * fetched when they are first asked for.
 */
export function RunFiles() {
  const { runs, documentOf, openDocument } = useMiniflow();
  const dataset = useTraining((training) => training.dataset);
  const isOpen = useTraining(({ status }) => status !== 'loading' && status !== 'opening');
  const chooser = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const save = async (): Promise<void> => {
    if (dataset === undefined) return;
    const { current } = runs.getState();
    const sentence = await withFetched(
      import('../runs/saveRun'),
      ({ saveRun }) => saveRun(documentOf(current), dataset),
      'The run could not be saved',
    );
    const file = runOf(runs.getState(), current)?.name ?? 'The run';
    if (sentence !== undefined) setProblems([{ file, sentence }]);
  };
  const open = async (files: readonly File[]): Promise<void> => {
    if (dataset === undefined) return;
    const found: Problem[] = [];
    for (const file of files) {
      const sentence = await withFetched(
        import('./readRun'),
        async ({ readRun }) => {
          const read = await readRun(file, dataset);
          if (!('document' in read)) return read.problem;
          const { document } = read;
          openDocument({ ...document, name: freeName(document.name, runs.getState().runs.map(({ name }) => name)) });
          return undefined;
        },
        'The run could not be opened',
      );
      if (sentence !== undefined) found.push({ file: file.name, sentence });
    }
    setProblems(found);
  };
  const isOver = useFileDrop(dataset !== undefined, (files) => void open(files));

  return (
    <div className={styles.files}>
      <div className={styles.buttons}>
        <Button look="quiet" disabled={!isOpen || dataset === undefined} onClick={() => void save()} title="The network, its seed, all settings and steps, as a file">
          Save run
        </Button>
        <Button
          look="quiet"
          disabled={dataset === undefined}
          onClick={() => chooser.current?.click()}
          title="A run from a file; it can be dropped anywhere on the page, too"
        >
          Open run
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          multiple
          hidden
          aria-label="Run file"
          onChange={(event) => {
            const files = Array.from(event.target.files ?? []);
            // The same file may be chosen again, once it has been mended.
            event.target.value = '';
            void open(files);
          }}
        />
      </div>
      <Dialog
        title={problems.length === 1 ? 'This did not work' : `${problems.length} files could not be opened`}
        open={problems.length > 0}
        onClose={() => {
          setProblems([]);
        }}
      >
        <dl className={styles.problems}>
          {problems.map(({ file, sentence }, index) => (
            <div key={`${index} ${file}`}>
              <dt>{file}</dt>
              <dd>{sentence}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.calm}>The runs on the page are as they were.</p>
      </Dialog>
      {isOver &&
        createPortal(
          <div className={styles.over} aria-hidden="true">
            <p>Drop to open the run</p>
          </div>,
          document.body,
        )}
    </div>
  );
}
