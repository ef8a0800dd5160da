import { TextField } from '#design';
import { m } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { IconFilterPlus, IconPlus, IconX } from '@tabler/icons-react';
import type { StageSignal } from '@orbita/domain/lifecycle';
import { useState } from 'react';
import { Condition } from './condition.tsx';
import type { ModelForm } from './use-model-form.ts';
import styles from './edit.module.css';

interface SignalRowsProps {
  readonly form: ModelForm;
  /** Whose they are. */
  readonly stage: string;
  readonly signals: readonly StageSignal[];
  readonly onChange: (signals: readonly StageSignal[]) => void;
}

/** What announces the next stage, in both languages, and the rule by which it is noticed, where facts can tell. */
export function SignalRows({ form, stage, signals, onChange }: SignalRowsProps) {
  // A row is itself wherever it stands: when one above it goes, what is half written in it stays in it.
  const [rows, setRows] = useState(() => signals.map((_, at) => at));
  const put = (at: number, change: Partial<StageSignal>) => onChange(signals.map((signal, index) => (index === at ? { ...signal, ...change } : signal)));
  const set = (at: number, change: Partial<StageSignal['text']>) => put(at, { text: { en: '', es: '', ...signals[at]?.text, ...change } });
  const add = () => {
    setRows([...rows, Math.max(-1, ...rows) + 1]);
    onChange([...signals, { text: { en: '', es: '' }, rule: null }]);
  };
  const remove = (at: number) => {
    setRows(rows.toSpliced(at, 1));
    onChange(signals.toSpliced(at, 1));
  };
  return (
    <section>
      <h2 className={styles.heading}>{m.lifecycle_announces()}</h2>
      <ul className={styles.rows}>
        {signals.map(({ text, rule }, at) => (
          <li key={rows[at]}>
            <TextField aria-label={m.lifecycle_signal_es({ number: at + 1 })} value={text.es} maxLength={200} onChange={(event) => set(at, { es: event.currentTarget.value })} />
            <TextField aria-label={m.lifecycle_signal_en({ number: at + 1 })} value={text.en} maxLength={200} onChange={(event) => set(at, { en: event.currentTarget.value })} />
            <ActionIcon size={24} aria-label={m.lifecycle_remove_signal({ number: at + 1 })} onClick={() => remove(at)}><IconX size={14} /></ActionIcon>
            {rule === null ? (
              <Button className={styles.addRule} variant="subtle" color="gray" size="xs" leftSection={<IconFilterPlus size={13} stroke={1.6} />} aria-label={m.lifecycle_signal_add_rule_to({ number: at + 1 })} onClick={() => put(at, { rule: { and: [] } })}>
                {m.lifecycle_signal_add_rule()}
              </Button>
            ) : (
              <div className={styles.signalRule} role="group" aria-label={m.lifecycle_signal_rule({ number: at + 1 })}>
                <Condition form={form} stage={stage} rule={rule} onChange={(next) => put(at, { rule: next })} />
                <Button variant="subtle" color="gray" size="xs" leftSection={<IconX size={13} />} aria-label={m.lifecycle_signal_drop_rule_of({ number: at + 1 })} onClick={() => put(at, { rule: null })}>{m.lifecycle_signal_drop_rule()}</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Button variant="subtle" color="gray" leftSection={<IconPlus size={14} />} onClick={add}>{m.lifecycle_add_signal()}</Button>
    </section>
  );
}
