import { KeyHint, useFormatting } from '#design';
import type { ActivityDetailsFragment } from '#operations';
import { holdBack, partOf, useShortcut } from '#shortcuts';
import { m } from '#words';
import { Button } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { activityIcon, activityWord } from '../activity-words.ts';
import { inField, morningIn } from '../tasks/later.ts';
import type { Draft } from './draft.ts';
import { MentionField } from './mention-field.tsx';
import styles from './composer.module.css';
import { useComposer } from './use-composer.ts';

const Details = lazy(async () => ({ default: (await import('./details.tsx')).Details }));

interface ComposerProps {
  readonly customerId: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onNeedPeople: () => void;
  /** Somebody begins to write, wherever he was: it must be on the screen. */
  readonly onBegin: () => void;
  readonly onSaved: (activity: ActivityDetailsFragment) => void;
}

const kinds = ['NOTE', 'CALL', 'MEETING', 'EMAIL', 'TASK'] as const;
const keys: Record<Draft['kind'], string> = { NOTE: 'c n', CALL: 'c c', MEETING: 'c m', EMAIL: 'c e', TASK: 'c t' };

/** Writes down what happened or what is to be done; what is half written is still there after a reload. */
export function Composer({ customerId, people, onNeedPeople, onBegin, onSaved }: ComposerProps) {
  const { draft, change, save, busy, refusal } = useComposer(customerId, onSaved);
  const { timeZone } = useFormatting();
  const [open, setOpen] = useState(draft.text !== '');
  const box = useRef<HTMLTextAreaElement>(null);
  const choose = (kind: Draft['kind']) => {
    change({ kind, ...(kind === 'TASK' && draft.dueAt === '' ? { dueAt: inField(morningIn(1, Date.now(), timeZone), timeZone) } : {}) });
    setOpen(true);
    onBegin();
    if (kind === 'TASK') onNeedPeople();
    requestAnimationFrame(() => box.current?.focus());
  };
  for (const kind of kinds) useComposeKey(kind, choose);
  return (
    <section
      className={styles.composer} aria-label={m.activities_composer()} data-composer
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) { event.preventDefault(); event.stopPropagation(); void save(); }
        // What is written stays; the keys are the page's again.
        if (event.key === 'Escape' && !event.defaultPrevented && event.target instanceof HTMLElement) event.target.blur();
      }}
    >
      <div className={styles.kinds} role="radiogroup" aria-label={m.activities_what()}>
        {kinds.map((kind) => {
          const Icon = activityIcon(kind);
          return (
            <button key={kind} type="button" role="radio" aria-checked={draft.kind === kind} className={styles.kind} onClick={() => choose(kind)}>
              <Icon size={14} stroke={1.6} aria-hidden />{activityWord(kind)}
            </button>
          );
        })}
      </div>
      <MentionField
        box={box} value={draft.text} placeholder={placeholderOf(draft.kind)} people={draft.kind === 'NOTE' ? people : []} onNeedPeople={onNeedPeople}
        onFocus={() => setOpen(true)} onChange={(text) => change({ text })} rows={open ? 3 : 1}
        onMention={(person) => change({ mentions: [...draft.mentions, person] })}
      />
      {refusal && <p role="alert" className={styles.refusal}>{refusal.message}</p>}
      {open && (
        <div className={styles.foot}>
          <Suspense fallback={<span className={styles.details} />}>{draft.kind === 'NOTE' ? <span className={styles.details} /> : <Details draft={draft} change={change} people={people} />}</Suspense>
          <Button size="xs" loading={busy} disabled={draft.text.trim() === ''} onClick={(event) => holdBack(partOf(event.currentTarget)) || void save()} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.activities_save()}</Button>
        </div>
      )}
    </section>
  );
}

function useComposeKey(kind: Draft['kind'], choose: (kind: Draft['kind']) => void): void {
  useShortcut({ keys: keys[kind], label: m.activities_write({ kind: activityWord(kind) }), group: 'page', opens: true, run: () => choose(kind) });
}

function placeholderOf(kind: Draft['kind']): string {
  switch (kind) {
    case 'NOTE': return m.activities_note_hint();
    case 'CALL': return m.activities_call_hint();
    case 'MEETING': return m.activities_meeting_hint();
    case 'EMAIL': return m.activities_email_hint();
    case 'TASK': return m.activities_task_hint();
    default: return kind satisfies never;
  }
}
