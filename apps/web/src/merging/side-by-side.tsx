import { refusalText } from '#api-client';
import { DateText, KeyHint } from '#design';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { ChoiceRow } from './choice-row.tsx';
import { fieldLabel, fieldValue } from './field-words.ts';
import { KeptOfAll } from './kept-of-all.tsx';
import { type MergePreview, sideColour } from './merge-preview.ts';
import { useMerge } from './use-merge.ts';
import styles from './merging.module.css';

interface SideBySideProps {
  readonly preview: MergePreview;
  /** One of them is another by now: they are to be read again. */
  readonly onStale: () => void;
  /** Takes one out again; not there while they are two. */
  readonly onLeaveOut: ((id: string) => void) | undefined;
  /** What adds one. */
  readonly more: ReactNode;
}

/** Each field in which they differ, one value a side; the proposal is chosen already. */
export function SideBySide({ preview, onStale, onLeaveOut, more }: SideBySideProps) {
  const language = useLanguage();
  const { customers, fields, refusal } = preview;
  const [survivorId, setSurvivor] = useState(preview.survivorId);
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const { merge, merging, problem } = useMerge(onStale);
  const differing = fields.filter(({ differs }) => differs);
  const chosen = (field: string): string => choices[field] ?? fields.find((one) => one.field === field)?.from ?? survivorId;
  const survivor = customers.find(({ id }) => id === survivorId);
  const others = customers.filter(({ id }) => id !== survivorId);
  const run = () => survivor && void merge(survivor, others, differing.map(({ field }) => ({ field, from: chosen(field) })));
  useShortcut({ keys: 'mod+enter', label: m.merging_merge(), group: 'page', run }, !refusal && !merging);
  const [other] = others;
  const will = others.length > 1
    ? m.merging_will_many({ survivor: survivor?.name ?? '', count: others.length }) : m.merging_will({ survivor: survivor?.name ?? '', other: other?.name ?? '' });
  const heads = customers.map(({ id, name }, at) => (
    <span key={id} className={styles.who}>
      <b className={styles.head} style={sideColour(at)}>{name}</b>
      {onLeaveOut && <ActionIcon variant="subtle" size="sm" aria-label={m.merging_leave_out({ name })} onClick={() => onLeaveOut(id)}><IconX size={14} stroke={1.6} /></ActionIcon>}
    </span>
  ));
  if (refusal) {
    return (
      <>
        {onLeaveOut && <div className={styles.members}>{heads}</div>}
        <p className={styles.refusal} role="alert">{refusalText(refusal, language)}</p>
      </>
    );
  }
  return (
    <>
      <div className={styles.sides} style={{ '--sides': customers.length } as CSSProperties}>
        <div className={styles.heads}><span />{heads}</div>
        <ChoiceRow
          named label={m.merging_stays()} name="survivor" sides={customers} chosen={survivorId} onChoose={setSurvivor}
          show={({ name, customerSince }) => <>{name} <span className={styles.quiet}>{m.merging_since()} <DateText value={customerSince} /></span></>}
        />
        {differing.map((one) => (
          <ChoiceRow
            key={one.field} named={one.field === 'name'} label={fieldLabel(one.field)} name={one.field} sides={customers} chosen={chosen(one.field)}
            onChoose={(id) => setChoices({ ...choices, [one.field]: id })}
            show={(_, at) => fieldValue(one.field, one.values[at] ?? null, language) ?? <span className={styles.quiet}>{m.merging_empty()}</span>}
          />
        ))}
      </div>
      {differing.length === 0 && <p className={styles.quiet}>{m.merging_all_same()}</p>}
      <div className={styles.pick}>{more}</div>
      <KeptOfAll preview={preview} />
      {problem && <p className={styles.refusal} role="alert">{problem}</p>}
      <div className={styles.foot}>
        <p className={styles.quiet}>{will}</p>
        <Button loading={merging} onClick={run} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.merging_merge()}</Button>
      </div>
    </>
  );
}
