import { TextField } from '#design';
import { m } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { StageSignal } from '@orbita/domain/lifecycle';
import styles from './edit.module.css';

interface SignalRowsProps {
  readonly signals: readonly StageSignal[];
  readonly onChange: (signals: readonly StageSignal[]) => void;
}

/** What announces the next stage, in both languages. */
export function SignalRows({ signals, onChange }: SignalRowsProps) {
  const set = (at: number, change: Partial<StageSignal['text']>) =>
    onChange(signals.map((signal, index) => (index === at ? { ...signal, text: { ...signal.text, ...change } } : signal)));
  return (
    <section>
      <h2 className={styles.heading}>{m.lifecycle_announces()}</h2>
      <ul className={styles.rows}>
        {signals.map(({ text }, at) => (
          <li key={at}>
            <TextField aria-label={m.lifecycle_signal_es({ number: at + 1 })} value={text.es} maxLength={200} onChange={(event) => set(at, { es: event.currentTarget.value })} />
            <TextField aria-label={m.lifecycle_signal_en({ number: at + 1 })} value={text.en} maxLength={200} onChange={(event) => set(at, { en: event.currentTarget.value })} />
            <ActionIcon size={24} aria-label={m.lifecycle_remove_signal({ number: at + 1 })} onClick={() => onChange(signals.filter((_, index) => index !== at))}><IconX size={14} /></ActionIcon>
          </li>
        ))}
      </ul>
      <Button variant="subtle" color="gray" leftSection={<IconPlus size={14} />} onClick={() => onChange([...signals, { text: { en: '', es: '' }, rule: null }])}>{m.lifecycle_add_signal()}</Button>
    </section>
  );
}
