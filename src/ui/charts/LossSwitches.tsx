import { AXES, SCALES } from '../../store/settings';
import { useMiniflow, useRuns, useSettings } from '../context';
import { Button } from '../controls/Button';
import { Segments } from '../controls/Segments';
import segments from '../controls/segments.module.css';
import styles from './loss.module.css';
import { saveLosses } from './lossFile';
import { LossMore } from './LossMore';
import { chartRuns } from './lossRuns';
import { LossSmoothing } from './LossSmoothing';

interface LossSwitchesProps {
  /** Whether there is room for everything that is used often. */
  readonly roomy: boolean;
  readonly brushing: boolean;
  readonly zoomed: boolean;
  readonly onBrushing: (brushing: boolean) => void;
  readonly onWhole: () => void;
}

/** How the losses are drawn. */
export function LossSwitches({ roomy, brushing, zoomed, onBrushing, onWhole }: LossSwitchesProps) {
  const { runs, set } = useMiniflow();
  const scale = useSettings((state) => state.lossScale);
  const xScale = useSettings((state) => state.lossXScale);
  const axis = useSettings((state) => state.lossAxis);
  const hasSteps = useRuns((state) => state.runs.some(({ series }) => series.losses.stepCount > 0));
  const zoomButton = (
    <button
      type="button"
      aria-pressed={brushing}
      title="Drag over the steps to look at (at any time: Shift and drag)"
      onClick={() => {
        onBrushing(!brushing);
      }}
    >
      Zoom
    </button>
  );
  return (
    <div className={styles.switches}>
      {roomy && <LossSmoothing />}
      <Segments
        label="Loss scale"
        value={scale}
        options={SCALES}
        onChange={(lossScale) => {
          set({ lossScale });
        }}
      />
      <Segments
        label="Loss axis"
        value={axis}
        options={AXES}
        onChange={(lossAxis) => {
          set({ lossAxis });
        }}
      />
      <div className={segments.segments} role="group" aria-label="Steps in sight">
        {zoomed ? (
          <button type="button" title="All steps (or double click the curve)" onClick={onWhole}>
            Whole
          </button>
        ) : (
          zoomButton
        )}
      </div>
      <LossMore>
        {zoomed && (
          <div className={styles.moreRow}>
            <span aria-hidden="true">Closer still</span>
            <div className={segments.segments}>{zoomButton}</div>
          </div>
        )}
        {!roomy && <LossSmoothing />}
        <div className={styles.moreRow}>
          <span aria-hidden="true">Time axis</span>
          <Segments
            label="Time scale"
            value={xScale}
            options={SCALES}
            onChange={(lossXScale) => {
              set({ lossXScale });
            }}
          />
        </div>
        <div className={styles.moreRow}>
          <span aria-hidden="true">Losses that are drawn</span>
          <Button
            disabled={!hasSteps}
            title="Every step’s loss of the runs that are drawn, as comma-separated values"
            onClick={() => void saveLosses(chartRuns(runs.getState()))}
          >
            CSV
          </Button>
        </div>
      </LossMore>
    </div>
  );
}
