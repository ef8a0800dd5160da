import { Chip, SelectField } from '#design';
import type { ImportTarget } from '../draft/import-target.ts';
import { m } from '#words';
import { IconArrowNarrowRight, IconChevronDown, IconPlus } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { type DraftColumn, isNameless, type KnownBy, type Word } from '../draft/draft.ts';
import { unclearWords } from '../draft/words.ts';
import { TargetSelect } from './target-select.tsx';
import type { targetGroups } from './targets-data.ts';
import { WordsEditor } from './words-editor.tsx';
import styles from './columns.module.css';

interface ColumnRowProps {
  readonly column: DraftColumn;
  readonly samples: readonly string[];
  readonly target: ImportTarget | undefined;
  readonly groups: ReturnType<typeof targetGroups>;
  readonly taken: ReadonlyMap<string, string>;
  readonly onSend: (column: string, target: string | null) => void;
  readonly onWords: (column: string, words: readonly Word[]) => void;
  /** The columns that go to the same target before it, as a text that stays the same while they do. */
  readonly sharing: string;
  readonly joined: boolean;
  /** What the target is called from which another column was sent in its place. */
  readonly lost: string | undefined;
  readonly onAlso: (column: string) => void;
  readonly onJoined: (target: string, joined: boolean) => void;
}

/** One column of the file: what stands in it, where it goes, how that is known. */
export const ColumnRow = memo(({ column, samples, target, groups, taken, sharing, joined, lost, onSend, onWords, onAlso, onJoined }: ColumnRowProps) => {
  const { name, by, words } = column;
  const unclear = target ? unclearWords(words, target.choices).length : 0;
  const [opened, setOpened] = useState<boolean>();
  const open = opened ?? unclear > 0;
  return (
    <li className={styles.column} data-nowhere={target === undefined || undefined}>
      <div className={styles.from}>
        <b>{isNameless(name) ? <><i>{m.imports_no_name()}</i> {name}</> : name}</b>
        <span className={styles.quiet}>{samples.length > 0 ? samples.join(' · ') : m.imports_no_values()}</span>
      </div>
      <IconArrowNarrowRight size={16} stroke={1.5} aria-hidden className={styles.arrow} />
      <div className={styles.to}>
        <TargetSelect column={name} target={column.target} groups={groups} taken={taken} onChoose={(key) => onSend(name, key)} />
      </div>
      <span className={styles.by}>{target && by ? byWord(by) : ''}</span>
      {lost !== undefined && <div className={styles.meaning}><button type="button" className={styles.open} onClick={() => onAlso(name)}><IconPlus size={14} aria-hidden />{m.imports_also({ column: name, field: lost })}</button></div>}
      {target && sharing !== '' && <Sharing target={target} name={name} sharing={sharing} joined={joined} onJoined={onJoined} />}
      {target && words.length > 0 && (
        <div className={styles.meaning}>
          <button type="button" className={styles.open} aria-expanded={open} onClick={() => setOpened(!open)}>
            <IconChevronDown size={14} aria-hidden data-open={open || undefined} />{m.imports_words({ count: words.length })}
          </button>
          {unclear > 0 && <Chip tone="warn">{m.imports_words_unclear({ count: unclear })}</Chip>}
          {open && <WordsEditor column={name} words={words} target={target} onChange={(next) => onWords(name, next)} />}
        </div>
      )}
    </li>
  );
});

/** What becomes of two columns that go to one place. */
function Sharing({ target, name, sharing, joined, onJoined }: Pick<ColumnRowProps, 'sharing' | 'joined' | 'onJoined'> & { readonly target: ImportTarget; readonly name: string }) {
  const words = { first: m.imports_join_first(), all: m.imports_join_all() };
  return (
    <div className={styles.meaning}>
      <span className={styles.quiet}>{m.imports_together({ columns: sharing })}{!target.joins && ` · ${words.first}`}</span>
      {target.joins && (
        <SelectField
          size="xs" className={styles.join ?? ''} aria-label={m.imports_join({ column: name, columns: sharing })} data={[{ value: 'first', label: words.first }, { value: 'all', label: words.all }]}
          value={joined ? 'all' : 'first'} onChange={(value) => value !== null && onJoined(target.key, value === 'all')}
        />
      )}
    </div>
  );
}

function byWord(by: KnownBy): string {
  switch (by) {
    case 'NAME': return m.imports_by_name();
    case 'VALUES': return m.imports_by_values();
    case 'SAVED': return m.imports_by_saved();
    case 'HAND': return m.imports_by_hand();
    default: return by satisfies never;
  }
}
