import { Dialog, FilterChip } from '#design';
import { m } from '#words';
import { useMe } from '#access';
import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { Rule } from '@orbita/domain/rules';
import { useState } from 'react';
import { FactPicker } from '../editor/fact-picker.tsx';
import { RuleEditor } from '../editor/rule-editor.tsx';
import { useTelling } from '../names/use-telling.ts';
import { newLeaf, offeredFacts } from '../tree/new-leaf.ts';
import styles from './chips.module.css';

interface RuleChipsProps {
  readonly rule: Rule | undefined;
  /** undefined when nothing is filtered any more. */
  readonly onChange: (rule: Rule | undefined) => void;
}

const partsOf = (rule: Rule | undefined): readonly Rule[] => (rule === undefined ? [] : 'and' in rule ? rule.and : [rule]);
const joined = (parts: readonly Rule[]): Rule | undefined => (parts.length > 1 ? { and: parts } : parts[0]);

/** «Ventas 12 meses ≥ 1.000 €» as its fact and what is asked of it. */
function split(text: string): readonly [string, string] {
  const at = text.search(/[:≥≤<>=≠]| (is|es|no es|contains|contiene|includes|incluye) /);
  return at > 0 ? [text.slice(0, at), text.slice(at).replace(/^:?\s*/, '')] : ['', text];
}

/** The parts that must all hold, as chips: pressed they open, the cross takes them away, the last adds one. */
export function RuleChips({ rule, onChange }: RuleChipsProps) {
  const { role } = useMe();
  const parts = partsOf(rule);
  const telling = useTelling(rule);
  const [open, setOpen] = useState<{ readonly at: number; readonly part: Rule | undefined; readonly fresh: object | undefined }>();
  const put = (at: number, part: Rule | undefined) => onChange(joined(part === undefined ? parts.toSpliced(at, 1) : parts.toSpliced(at, 1, part)));
  return (
    <>
      {parts.map((part, at) => {
        const [name, value] = split(telling(part));
        return <FilterChip key={at} name={name} value={value} onEdit={() => setOpen({ at, part, fresh: undefined })} onRemove={() => put(at, undefined)} />;
      })}
      <FactPicker fields={offeredFacts(role, nothing)} onPick={(field) => setOpen({ at: parts.length, part: undefined, fresh: newLeaf(field) })}>
        {(toggle, opened) => (
          <button type="button" className={styles.add} onClick={toggle} aria-haspopup="listbox" aria-expanded={opened}>
            <IconFilter size={13} stroke={1.6} aria-hidden /> {m.rules_filter()}
          </button>
        )}
      </FactPicker>
      {open && <ChipDialog {...open} onClose={() => setOpen(undefined)} onSave={(part) => put(open.at, part)} />}
    </>
  );
}

const nothing = () => false;

interface ChipDialogProps {
  readonly part: Rule | undefined;
  /** A predicate begun but not finished. */
  readonly fresh: object | undefined;
  readonly onSave: (part: Rule | undefined) => void;
  readonly onClose: () => void;
}

function ChipDialog({ part, fresh, onSave, onClose }: ChipDialogProps) {
  const [start] = useState(() => part ?? (fresh as Rule | undefined));
  const [next, setNext] = useState<Rule | undefined>(part);
  const [strict, setStrict] = useState(false);
  const save = () => {
    if (next === undefined) return setStrict(true);
    onSave('and' in next && next.and.length === 0 ? undefined : 'and' in next ? joined(next.and) : next);
    return onClose();
  };
  return (
    <Dialog
      title={m.rules_filter()} onClose={onClose}
      footer={<><Button variant="default" onClick={onClose}>{m.rules_cancel()}</Button><Button onClick={save}>{m.rules_apply()}</Button></>}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <RuleEditor rule={start} onChange={setNext} strict={strict} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
