import '@mantine/core/styles/Combobox.layer.css';
import { useMe } from '#access';
import { useFormatting } from '#design';
import { m } from '#words';
import { isRefused } from '@orbita/domain/refusal';
import { parseRule, type Rule } from '@orbita/domain/rules';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTelling } from '../names/use-telling.ts';
import { type Draft, isGroup, jointOf, type Path, rooted } from '../tree/draft.ts';
import { addTo } from '../tree/edit.ts';
import { catalogueOf, isForeign, isOfCustomer, type RuleAbout } from '../tree/catalogue.ts';
import { faultsOf } from '../tree/faults.ts';
import { type Editing, EditingProvider } from './editing.ts';
import { GroupEditor } from './group-editor.tsx';
import styles from './editor.module.css';

export interface RuleEditorProps {
  readonly rule: Rule | undefined;
  /** Each time the rule can be read; undefined while a predicate is not finished. */
  readonly onChange: (rule: Rule | undefined) => void;
  /** Shows what is missing at every predicate: after somebody tried to save. */
  readonly strict?: boolean;
  /** A customer unless said. */
  readonly about?: RuleAbout;
  /** Facts that this rule may not read. */
  readonly forbid?: (key: string) => boolean;
  /** Without the sentence below that says what the rule means. */
  readonly silent?: boolean;
}

const nothing = () => false;

/** Nested lists of a related row lose their rules when it is one predicate: the editor wants groups there. */
const grouped = (draft: Draft): Draft => {
  if (isGroup(draft)) return 'and' in draft ? { and: draft.and.map(grouped) } : { or: draft.or.map(grouped) };
  if ('where' in draft) return { ...draft, where: grouped(isGroup(draft.where) ? draft.where : { and: [draft.where] }) };
  if ('not' in draft) return { not: grouped(draft.not) };
  return 'assume' in draft ? { assume: draft.assume, rule: grouped(draft.rule) } : draft;
};

/** The whole rule as a tree that is edited in place, and in words. */
export function RuleEditor({ rule, onChange, strict = false, about = 'customer', forbid: forbidden = nothing, silent = false }: RuleEditorProps) {
  const forbid = useCallback((key: string) => isForeign(key, about) || forbidden(key), [about, forbidden]);
  const { role } = useMe();
  const { language } = useFormatting();
  const [draft, setDraft] = useState<Draft>(() => grouped(rooted(rule)));
  const [fresh, setFresh] = useState<string>();
  const said = useRef(JSON.stringify(rule));
  useEffect(() => {
    if (JSON.stringify(rule) === said.current || rule === undefined) return;
    said.current = JSON.stringify(rule);
    setDraft(grouped(rooted(rule)));
  }, [rule]);
  const faults = useMemo(() => faultsOf(draft), [draft]);
  const editing = useMemo<Editing>(() => {
    const edit = (change: (before: Draft) => Draft) => {
      const next = change(draft);
      const read = parseRule(next, catalogueOf(about), { forbid: forbidden });
      const readable = isRefused(read) ? undefined : read;
      said.current = JSON.stringify(readable);
      setDraft(next);
      onChange(readable);
    };
    const add = (group: Path, part: Draft, place: number) => {
      setFresh([...group, jointAt(draft, group), place].join('.'));
      edit((before) => addTo(before, group, part));
    };
    return { role, language, faults, shown: strict, edit, forbid, related: isOfCustomer(about), fresh, add };
  }, [about, draft, faults, forbidden, fresh, forbid, language, onChange, role, strict]);
  const read = parseRule(draft, catalogueOf(about), { forbid: forbidden });
  return (
    <EditingProvider value={editing}>
      <div className={styles.editor}>
        {isGroup(draft) && <GroupEditor part={draft} path={[]} relation={undefined} />}
        {!silent && (isRefused(read) ? <p className={styles.words} data-open>{m.rules_unfinished()}</p> : <InWords rule={read} />)}
      </div>
    </EditingProvider>
  );
}

const InWords = ({ rule }: { readonly rule: Rule }) => <p className={styles.words}>{useTelling(rule)(rule)}</p>;

function jointAt(draft: Draft, path: Path): string {
  let part: unknown = draft;
  for (const step of path) part = (part as Record<string | number, unknown>)[step];
  return isGroup(part as Draft) ? jointOf(part as Parameters<typeof jointOf>[0]) : 'and';
}
