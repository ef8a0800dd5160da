import { NumberField, TextField } from '#design';
import { RuleDialog, useTelling } from '#rules';
import { m } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { StageDraft } from './pipeline-draft.ts';
import styles from './pipelines.module.css';

interface StageRowProps {
  readonly stage: StageDraft;
  readonly at: number;
  readonly count: number;
  readonly error: { readonly field: string; readonly text: string } | undefined;
  readonly onChange: (stage: StageDraft) => void;
  readonly onSwap: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** A stage as it is edited: names, how likely, how long, and what must hold to leave it. */
export function StageRow({ stage, at, count, error, onChange, onSwap, onRemove }: StageRowProps) {
  const [gating, setGating] = useState(false);
  const telling = useTelling(stage.gate);
  const name = stage.en || stage.es || m.opportunities_stage_number({ number: at + 1 });
  const errorAt = (field: string) => (error?.field.startsWith(field) ? error.text : undefined);
  return (
    <li className={styles.stage}>
      <fieldset>
        <legend className="visually-hidden">{name}</legend>
        <TextField label={m.opportunities_name_en()} value={stage.en} error={errorAt('name.en') ?? errorAt('key')} maxLength={60} onChange={(event) => onChange({ ...stage, en: event.currentTarget.value })} />
        <TextField label={m.opportunities_name_es()} value={stage.es} error={errorAt('name.es')} maxLength={60} onChange={(event) => onChange({ ...stage, es: event.currentTarget.value })} />
        <NumberField label={m.opportunities_probability()} value={stage.probability} suffix=" %" min={0} max={100} allowDecimal={false} error={errorAt('probability')} onChange={(value) => onChange({ ...stage, probability: Number(value) || 0 })} />
        <NumberField
          label={m.opportunities_stale_after()} value={stage.staleAfterDays ?? ''} suffix={` ${m.opportunities_day_unit()}`} placeholder={m.opportunities_own_rhythm()} min={1} allowDecimal={false} error={errorAt('staleAfterDays')}
          onChange={(value) => onChange({ ...stage, staleAfterDays: value === '' ? null : Number(value) })}
        />
        <div className={styles.stageActs}>
          <ActionIcon size={28} disabled={at === 0} aria-label={m.opportunities_stage_up({ name })} onClick={() => onSwap(-1)}><IconArrowUp size={15} stroke={1.6} /></ActionIcon>
          <ActionIcon size={28} disabled={at === count - 1} aria-label={m.opportunities_stage_down({ name })} onClick={() => onSwap(1)}><IconArrowDown size={15} stroke={1.6} /></ActionIcon>
          <ActionIcon size={28} disabled={count === 1} aria-label={m.opportunities_stage_remove({ name })} onClick={onRemove}><IconTrash size={15} stroke={1.6} /></ActionIcon>
        </div>
        <div className={styles.gate}>
          <Button variant="subtle" color="gray" leftSection={stage.gate ? <IconLock size={14} stroke={1.6} /> : <IconLockOpen size={14} stroke={1.6} />} onClick={() => setGating(true)}>{m.opportunities_gate()}</Button>
          <span>{stage.gate ? telling(stage.gate) : m.opportunities_no_gate()}</span>
          {errorAt('gate') && <span role="alert" className={styles.bad}>{errorAt('gate')}</span>}
        </div>
      </fieldset>
      {gating && <RuleDialog rule={stage.gate} about="opportunity" title={m.opportunities_gate_of({ name })} onClose={() => setGating(false)} onChange={(gate) => onChange({ ...stage, gate })} />}
    </li>
  );
}
