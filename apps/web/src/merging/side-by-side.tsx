import { refusalText } from '#api-client';
import { DateText, KeyHint } from '#design';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ChoiceRow } from './choice-row.tsx';
import { fieldLabel, fieldValue } from './field-words.ts';
import { KeptOfBoth } from './kept-of-both.tsx';
import type { MergePreview } from './merge-preview.ts';
import { useMerge } from './use-merge.ts';
import styles from './merging.module.css';

interface SideBySideProps {
  readonly preview: MergePreview;
  /** One of the two is another by now: they are to be read again. */
  readonly onStale: () => void;
}

/** Each field in which the two differ, one value a side; the proposal is chosen already. */
export function SideBySide({ preview, onStale }: SideBySideProps) {
  const language = useLanguage();
  const { a, b, fields, refusal } = preview;
  const [survivorId, setSurvivor] = useState(preview.survivorId);
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const { merge, merging, problem } = useMerge(onStale);
  const differing = fields.filter(({ differs }) => differs);
  const chosen = (field: string): string => choices[field] ?? fields.find((one) => one.field === field)?.from ?? survivorId;
  const [survivor, other] = survivorId === a.id ? [a, b] : [b, a];
  const run = () => void merge(survivor, other, differing.map(({ field }) => ({ field, from: chosen(field) })));
  useShortcut({ keys: 'mod+enter', label: m.merging_merge(), group: 'page', run }, !refusal && !merging);
  const sideOf = ({ id, name }: MergePreview['a']) => ({ id, name });
  if (refusal) return <p className={styles.refusal} role="alert">{refusalText(refusal, language)}</p>;
  return (
    <>
      <div className={styles.sides}>
        <div className={styles.heads} aria-hidden>
          <span /><b data-side="a">{a.name}</b><b data-side="b">{b.name}</b>
        </div>
        <ChoiceRow
          named label={m.merging_stays()} name="survivor" a={sideOf(a)} b={sideOf(b)} chosen={survivorId} onChoose={setSurvivor}
          show={(side) => <>{side.name} <span className={styles.quiet}>{m.merging_since()} <DateText value={(side.id === a.id ? a : b).customerSince} /></span></>}
        />
        {differing.map((one) => (
          <ChoiceRow
            key={one.field} named={one.field === 'name'} label={fieldLabel(one.field)} name={one.field} a={sideOf(a)} b={sideOf(b)} chosen={chosen(one.field)}
            onChoose={(id) => setChoices({ ...choices, [one.field]: id })}
            show={({ id }) => fieldValue(one.field, id === a.id ? one.a : one.b, language) ?? <span className={styles.quiet}>{m.merging_empty()}</span>}
          />
        ))}
      </div>
      {differing.length === 0 && <p className={styles.quiet}>{m.merging_all_same()}</p>}
      <KeptOfBoth preview={preview} />
      {problem && <p className={styles.refusal} role="alert">{problem}</p>}
      <div className={styles.foot}>
        <p className={styles.quiet}>{m.merging_will({ survivor: survivor.name, other: other.name })}</p>
        <Button loading={merging} onClick={run} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.merging_merge()}</Button>
      </div>
    </>
  );
}
