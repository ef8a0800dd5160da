import { ActionIcon } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import styles from './contacts.module.css';

interface PanelHeadProps {
  readonly title: string;
  readonly add?: string | undefined;
  readonly onAdd?: () => void;
  readonly open?: boolean;
}

export const PanelHead = ({ title, add, onAdd, open = false }: PanelHeadProps) => (
  <div className={styles.head}>
    <h2>{title}</h2>
    {add && <ActionIcon size={24} aria-label={add} title={add} aria-expanded={open} onClick={onAdd}>{open ? <IconX size={14} /> : <IconPlus size={14} />}</ActionIcon>}
  </div>
);
