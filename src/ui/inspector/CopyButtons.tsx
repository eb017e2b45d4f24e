import { useState, type JSX } from 'react';
import type { Tensor } from '../../engine';
import { toCsv } from '../../interchange/csv';
import { toNumpy } from '../../interchange/numpy';
import { formatCount } from '../../scene/format';
import { Button } from '../controls/Button';
import { copyText } from '../controls/copyText';
import styles from './table.module.css';

interface Outcome {
  readonly sentence: string;
  /** The text itself, to be copied by hand, where the browser would not. */
  readonly text?: string;
}

/** Copies a tensor, with all of its digits. */
export function CopyButtons({ tensor }: { readonly tensor: Tensor }): JSX.Element {
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const copy = async (text: string, what: string): Promise<void> => {
    const cells = tensor.data.length === 1 ? '1 number' : `${formatCount(tensor.data.length)} numbers`;
    const isCopied = await copyText(text);
    setOutcome(isCopied ? { sentence: `Copied ${cells} as ${what}.` } : { sentence: 'The browser did not allow copying. Copy the text below by hand.', text });
  };

  return (
    <div className={styles.copy}>
      <div className={styles.buttons}>
        <Button onClick={() => void copy(toNumpy(tensor), 'NumPy')}>Copy as NumPy</Button>
        <Button onClick={() => void copy(toCsv(tensor), 'CSV')}>Copy as CSV</Button>
        <p role="status" className={styles.status}>
          {outcome?.sentence}
        </p>
      </div>
      {outcome?.text !== undefined && (
        <textarea
          className={styles.text}
          readOnly
          rows={4}
          aria-label="The numbers as text"
          value={outcome.text}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  );
}
