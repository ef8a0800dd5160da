import { FieldRow, LongTextField, NumberField, TextField } from '#design';
import { m } from '#words';
import { isStageFact, type LifecycleStage } from '@orbita/domain/lifecycle';
import { BoundRows } from './bound-rows.tsx';
import { Condition } from './condition.tsx';
import { takesTheRest, withStage } from './model-draft.ts';
import { SignalRows } from './signal-rows.tsx';
import type { ModelForm } from './use-model-form.ts';
import styles from './edit.module.css';

interface StageFormProps {
  readonly form: ModelForm;
  readonly stage: LifecycleStage;
}

/** One stage: what it is called, who enters, how one treats customers there, and what it is held to. */
export function StageForm({ form, stage }: StageFormProps) {
  const { draft, setDraft } = form;
  const { key, name, strategy, rule, npsBound, slaHours, talkMinutes } = stage;
  const set = (change: Partial<LifecycleStage>) => setDraft(withStage(draft, key, change));
  const whole = (value: number | string) => (typeof value === 'number' ? Math.round(value) : undefined);
  return (
    <div className={styles.form}>
      <FieldRow>
        <TextField label={m.lifecycle_name_es()} value={name.es} maxLength={60} onChange={(event) => set({ name: { ...name, es: event.currentTarget.value } })} />
        <TextField label={m.lifecycle_name_en()} value={name.en} maxLength={60} onChange={(event) => set({ name: { ...name, en: event.currentTarget.value } })} />
      </FieldRow>
      <section>
        <h2 className={styles.heading}>{m.lifecycle_who_enters()}</h2>
        {takesTheRest(draft, key)
          ? <p className={styles.quiet}>{m.lifecycle_rest_explained()}</p>
          : <Condition form={form} stage={key} rule={rule} forbid={isStageFact} onChange={(next) => set({ rule: next })} />}
      </section>
      <FieldRow>
        <LongTextField label={m.lifecycle_strategy_es()} value={strategy.es} maxLength={500} minRows={2} onChange={(event) => set({ strategy: { ...strategy, es: event.currentTarget.value } })} />
        <LongTextField label={m.lifecycle_strategy_en()} value={strategy.en} maxLength={500} minRows={2} onChange={(event) => set({ strategy: { ...strategy, en: event.currentTarget.value } })} />
      </FieldRow>
      <SignalRows form={form} stage={key} signals={stage.signals} onChange={(signals) => set({ signals })} />
      <BoundRows bounds={stage.kpiBounds} onChange={(kpiBounds) => set({ kpiBounds })} />
      <FieldRow>
        <NumberField label={m.lifecycle_nps()} value={npsBound ?? ''} min={-100} max={100} allowDecimal={false} placeholder={m.lifecycle_not_watched()} onChange={(value) => set({ npsBound: whole(value) ?? null })} />
        <NumberField label={m.lifecycle_sla()} value={slaHours} min={1} max={240} allowDecimal={false} onChange={(value) => set({ slaHours: whole(value) ?? slaHours })} />
        <NumberField label={m.lifecycle_talk()} value={talkMinutes} min={1} max={240} allowDecimal={false} onChange={(value) => set({ talkMinutes: whole(value) ?? talkMinutes })} />
      </FieldRow>
    </div>
  );
}
