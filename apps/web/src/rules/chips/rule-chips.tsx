import { FilterChip } from '#design';
import { m } from '#words';
import { useMe } from '#access';
import { IconFilter } from '@tabler/icons-react';
import type { Rule } from '@orbita/domain/rules';
import { lazy, Suspense, useState } from 'react';
import { FactPicker } from '../editor/fact-picker.tsx';
import { useTelling } from '../names/use-telling.ts';
import { isForeign, type RuleAbout } from '../tree/catalogue.ts';
import { newLeaf, offeredFacts } from '../tree/new-leaf.ts';
import styles from './chips.module.css';

const RuleDialog = lazy(async () => ({ default: (await import('./rule-dialog.tsx')).RuleDialog }));

export interface RuleChipsProps {
  readonly rule: Rule | undefined;
  /** A customer unless said. */
  readonly about?: RuleAbout;
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
export function RuleChips({ rule, about = 'customer', onChange }: RuleChipsProps) {
  const { role } = useMe();
  const parts = partsOf(rule);
  const telling = useTelling(rule);
  const [open, setOpen] = useState<{ readonly at: number; readonly part: Rule }>();
  const put = (at: number, part: Rule | undefined) => onChange(joined(part === undefined ? parts.toSpliced(at, 1) : parts.toSpliced(at, 1, part)));
  return (
    <>
      {parts.map((part, at) => {
        const [name, value] = split(telling(part));
        return <FilterChip key={at} name={name} value={value} onEdit={() => setOpen({ at, part })} onRemove={() => put(at, undefined)} />;
      })}
      <FactPicker fields={offeredFacts(role, (key) => isForeign(key, about))} onPick={(field) => setOpen({ at: parts.length, part: newLeaf(field) as Rule })}>
        {(toggle, opened) => (
          <button type="button" className={styles.add} onClick={toggle} aria-label={m.rules_filter()} aria-haspopup="listbox" aria-expanded={opened}>
            <IconFilter size={13} stroke={1.6} aria-hidden /> <span>{m.rules_filter()}</span>
          </button>
        )}
      </FactPicker>
      <Suspense>{open && <RuleDialog rule={open.part} about={about} begun={open.at === parts.length} onClose={() => setOpen(undefined)} onChange={(part) => put(open.at, part)} />}</Suspense>
    </>
  );
}
