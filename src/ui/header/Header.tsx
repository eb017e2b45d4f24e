import { useState } from 'react';
import { THEMES } from '../../store/settings';
import { useMiniflow, useSettings, useTraining } from '../context';
import { Button, IconButton } from '../controls/Button';
import { useKeys } from '../keys';
import { AboutData } from './AboutData';
import styles from './header.module.css';
import { KeyList } from './KeyList';

const THEME_ICONS = { system: 'system', light: 'sun', dark: 'moon' } as const;
const THEME_NAMES = { system: 'as the system', light: 'light', dark: 'dark' } as const;

/** The name of the product, what is on the screen, and what concerns the whole page. */
export function Header() {
  const { set } = useMiniflow();
  const theme = useSettings((settings) => settings.theme);
  const hidden = useSettings((settings) => settings.hidden);
  const features = useTraining((training) => training.dataset?.featureNames.length);
  const [dialog, setDialog] = useState<'keys' | 'data'>();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';

  useKeys(() => {
    setDialog('keys');
  });

  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        Mini<span className={styles.partial}>∂</span>Flow
      </h1>
      <p className={styles.subject}>
        Boston housing
        {features === undefined ? null : (
          <span className={styles.chip} title="features → hidden units → price">
            {features} → {hidden} → 1
          </span>
        )}
      </p>
      <div className={styles.actions}>
        <Button
          look="quiet"
          onClick={() => {
            setDialog('data');
          }}
        >
          About the data
        </Button>
        <Button
          look="quiet"
          aria-keyshortcuts="?"
          onClick={() => {
            setDialog('keys');
          }}
        >
          Keys
        </Button>
        <IconButton
          icon={THEME_ICONS[theme]}
          label={`Theme: ${THEME_NAMES[theme]}`}
          onClick={() => {
            set({ theme: next });
          }}
        />
      </div>
      <KeyList
        open={dialog === 'keys'}
        onClose={() => {
          setDialog(undefined);
        }}
      />
      <AboutData
        open={dialog === 'data'}
        onClose={() => {
          setDialog(undefined);
        }}
      />
    </header>
  );
}
