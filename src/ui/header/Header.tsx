import { useState, type ReactNode } from 'react';
import { THEMES } from '../../store/settings';
import { useMiniflow, useSettings } from '../context';
import { Button, IconButton } from '../controls/Button';
import { useKeys } from '../keys';
import { WAYS, type Way } from '../ways';
import { AboutData } from './AboutData';
import styles from './header.module.css';
import { KeyList } from './KeyList';

const THEME_ICONS = { system: 'system', light: 'sun', dark: 'moon' } as const;
const THEME_NAMES = { system: 'as the system', light: 'light', dark: 'dark' } as const;

const WAY_NAMES: Readonly<Record<Way, string>> = { lessons: 'Lessons', circuit: 'Circuit', network: 'Network', runs: 'Runs' };

interface HeaderProps {
  readonly way: Way;
  /** What is on the screen, in a word or two. */
  readonly subject: ReactNode;
}

/** The name of the product, the ways into it, what is on the screen, and what concerns the whole page. */
export function Header({ way, subject }: HeaderProps) {
  const { set } = useMiniflow();
  const theme = useSettings((settings) => settings.theme);
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
      <nav className={styles.ways} aria-label="Ways in">
        {WAYS.map((one) => (
          <a key={one} href={`#${one}`} aria-current={one === way ? 'page' : undefined}>
            {WAY_NAMES[one]}
          </a>
        ))}
      </nav>
      <p className={styles.subject}>{subject}</p>
      <div className={styles.actions}>
        {way === 'circuit' || way === 'lessons' ? null : (
          <Button
            look="quiet"
            aria-label="About the data"
            onClick={() => {
              setDialog('data');
            }}
          >
            <span className={styles.more}>About the data</span>
            <span className={styles.less}>Data</span>
          </Button>
        )}
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
