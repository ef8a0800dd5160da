import { m } from '#words';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './chip.module.css';

export type ChipTone = 'plain' | 'ok' | 'warn' | 'bad';

/** A state has a shape as well as a colour: nobody needs to see red. */
const icons = { plain: undefined, ok: IconCircleCheck, warn: IconAlertTriangle, bad: IconAlertCircle };

export function Chip({ tone = 'plain', children }: { readonly tone?: ChipTone; readonly children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={styles.chip} data-tone={tone}>
      {Icon && <Icon size={12} stroke={2} aria-hidden />}
      {children}
    </span>
  );
}

interface FilterChipProps {
  readonly name: string;
  readonly value: string;
  readonly onEdit?: () => void;
  readonly onRemove: () => void;
}

/** A filter that is set: its value opens it, the cross clears it. */
export const FilterChip = ({ name, value, onEdit, onRemove }: FilterChipProps) => (
  <span className={styles.filter}>
    <button type="button" className={styles.edit} onClick={onEdit}>{name} <b>{value}</b></button>
    <button type="button" className={styles.remove} onClick={onRemove} aria-label={m.design_remove_filter({ name })}>
      <IconX size={12} aria-hidden />
    </button>
  </span>
);
