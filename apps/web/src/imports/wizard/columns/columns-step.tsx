import { SelectField, showToast } from '#design';
import type { ImportRoom } from '#operations';
import { m } from '#words';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { type Draft, isNameless, sharedWith, sourceOf, type Word, withAlso, withJoined, withWords } from '../draft/draft.ts';
import type { ImportTarget } from '../draft/import-target.ts';
import { missingTargets } from '../draft/missing-targets.ts';
import { EveryRow } from '../how/every-row.tsx';
import type { Ready } from '../ready.ts';
import { ColumnRow } from './column-row.tsx';
import { FormatLine } from './format-line.tsx';
import { MappingMenu } from './mapping-menu.tsx';
import { takenTargets, targetGroups } from './targets-data.ts';
import styles from './columns.module.css';

/** What the rows are, where each column goes, and what else holds for every row. */
export function ColumnsStep({ wizard, problem }: { readonly wizard: Ready; readonly problem: string | undefined }) {
  const { sketch, draft, put, sendTo, refusal } = wizard;
  const { targets } = sketch;
  const groups = useMemo(() => targetGroups(targets, m.imports_nowhere()), [targets]);
  const byKey = useMemo(() => new Map<string, ImportTarget>(targets.map((target) => [target.key, target])), [targets]);
  const taken = useMemo(() => takenTargets(draft), [draft]);
  const samples = useMemo(() => new Map(sketch.columns.map((column) => [column.name, column.samples])), [sketch]);
  const send = useSending(draft, byKey, sendTo, put);
  const onWords = useCallback((name: string, words: readonly Word[]) => put((now) => withWords(now, name, words)), [put]);
  const onAlso = useCallback((name: string) => put((now) => withAlso(now, name)), [put]);
  const onJoined = useCallback((target: string, joined: boolean) => put((now) => withJoined(now, target, joined)), [put]);
  const missing = missingTargets(draft, targets);
  const no = refusal ?? problem;
  return (
    <div className={styles.page} data-busy={wizard.busy || undefined}>
      <div className={styles.head}>
        <div className={styles.room}>
          <SelectField label={m.imports_rows_are()} data={sketch.rooms.map(({ value, label }) => ({ value, label }))} value={draft.room} disabled={wizard.busy} onChange={(room) => room !== null && void wizard.chooseRoom(room as ImportRoom)} />
        </div>
        <MappingMenu draft={draft} onTake={(id) => void wizard.takeMapping(id)} onGuess={() => void wizard.guessAnew()} onSaved={(savedName) => put((now) => ({ ...now, savedName }))} />
      </div>
      <FormatLine format={draft.format} unsure={draft.unsure} spreadsheet={sketch.file.spreadsheet} onChange={(format) => void wizard.chooseFormat(format)} />
      {no && <p role="alert" className={`${styles.note} ${styles.bad}`}><IconAlertTriangle size={16} stroke={1.6} aria-hidden />{no}</p>}
      {missing.length > 0 && (
        <p role="status" className={styles.note}><IconAlertTriangle size={16} stroke={1.6} aria-hidden />{m.imports_missing({ fields: missing.map(({ section, label }) => `${section} › ${label}`).join(', ') })}</p>
      )}
      <div className={styles.table}>
        <div className={styles.heads} aria-hidden><span>{m.imports_in_file()}</span><span>{m.imports_to_field()}</span><span>{m.imports_known_by()}</span></div>
        <ol className={styles.list} aria-label={m.imports_columns()}>
          {draft.columns.filter(({ name, target }) => target !== null || !isNameless(name) || (samples.get(name)?.length ?? 0) > 0).map((column) => (
            <ColumnRow
              key={column.name} column={column} samples={samples.get(column.name) ?? []} target={column.target === null ? undefined : byKey.get(column.target)} groups={groups} taken={taken}
              onSend={send} onWords={onWords} onAlso={onAlso} onJoined={onJoined} sharing={sharedWith(draft, column).map((name) => m.imports_quoted({ text: name })).join(', ')}
              joined={column.target !== null && draft.joined.includes(column.target)} lost={column.lost === undefined ? undefined : byKey.get(column.lost)?.label}
            />
          ))}
        </ol>
      </div>
      <EveryRow draft={draft} targets={targets} put={put} />
    </div>
  );
}

/** Sends a column to a target, and says with a way back from which column that was taken. */
function useSending(draft: Draft, byKey: ReadonlyMap<string, ImportTarget>, sendTo: Ready['sendTo'], put: Ready['put']) {
  return useCallback((name: string, key: string | null) => {
    const from = key === null ? undefined : sourceOf(draft, key);
    const target = key === null ? undefined : byKey.get(key);
    void sendTo(name, key, (target?.choices.length ?? 0) > 0);
    if (from === undefined || from === name) return;
    showToast(m.imports_moved({ field: target?.label ?? '', from, to: name }), { undo: () => put((now) => ({ ...now, columns: draft.columns })) });
  }, [draft, byKey, sendTo, put]);
}
