import { MomentField, NumberField, SelectField } from '#design';
import { m } from '#words';
import type { Draft } from './draft.ts';
import styles from './composer.module.css';

type DetailsProps = { readonly draft: Draft; readonly change: (patch: Partial<Draft>) => void; readonly people: readonly { readonly id: string; readonly name: string }[] };

/** What else is known of it: when, how long, who began, for whom. */
export function Details({ draft, change, people }: DetailsProps) {
  const moment = (field: 'occurredAt' | 'dueAt' | 'remindAt', label: string) => (
    <MomentField size="xs" label={label} value={draft[field]} onChange={(next) => change({ [field]: next })} />
  );
  if (draft.kind === 'TASK') {
    return (
      <div className={styles.details}>
        {moment('dueAt', m.activities_due())}
        {moment('remindAt', m.activities_remind())}
        <SelectField
          size="xs" label={m.activities_assignee()} placeholder={m.activities_me()} searchable clearable allowDeselect value={draft.assigneeId}
          data={people.map(({ id, name }) => ({ value: id, label: name }))} onChange={(assigneeId) => change({ assigneeId })}
        />
      </div>
    );
  }
  return (
    <div className={styles.details}>
      <SelectField
        size="xs" label={m.activities_direction()} value={draft.direction} onChange={(direction) => direction && change({ direction: direction as Draft['direction'] })}
        data={[{ value: 'OUTBOUND', label: m.activities_outbound() }, { value: 'INBOUND', label: m.activities_inbound() }]}
      />
      {draft.kind !== 'EMAIL' && (
        <NumberField size="xs" label={m.activities_minutes()} min={0} max={1440} allowDecimal={false} value={draft.minutes ?? ''} onChange={(value) => change({ minutes: typeof value === 'number' ? value : null })} />
      )}
      {moment('occurredAt', m.activities_when())}
    </div>
  );
}
