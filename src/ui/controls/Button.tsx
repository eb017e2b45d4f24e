import type { ButtonHTMLAttributes } from 'react';
import styles from './controls.module.css';
import { Icon, type IconName } from './Icon';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className'>;

interface ButtonProps extends Native {
  readonly look?: 'primary' | 'plain' | 'quiet';
}

/** A button with words. */
export function Button({ look = 'plain', ...rest }: ButtonProps) {
  return <button type="button" className={`${styles.button ?? ''} ${styles[look] ?? ''}`} {...rest} />;
}

interface IconButtonProps extends Native {
  readonly icon: IconName;
  /** What it is called, for ears and as a tooltip. */
  readonly label: string;
  readonly shortcut?: string;
  readonly strong?: boolean;
}

/** A button with a picture. Its name is its label. */
export function IconButton({ icon, label, shortcut, strong = false, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`${styles.icon ?? ''} ${strong ? (styles.strong ?? '') : ''}`}
      aria-label={label}
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
