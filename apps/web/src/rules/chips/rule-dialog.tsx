import { Dialog, KeyHint } from '#design';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { Button } from '@mantine/core';
import { isRefused } from '@orbita/domain/refusal';
import { parseRule, type Rule } from '@orbita/domain/rules';
import { useState } from 'react';
import { RuleEditor } from '../editor/rule-editor.tsx';
import { catalogue, type RuleAbout } from '../tree/catalogue.ts';

export interface RuleDialogProps {
  readonly rule: Rule | undefined;
  /** undefined when no condition is left. */
  readonly onChange: (rule: Rule | undefined) => void;
  readonly onClose: () => void;
  readonly title?: string;
  /** A customer unless said. */
  readonly about?: RuleAbout;
  /** The rule is only a beginning: its constant is still to come. */
  readonly begun?: boolean;
}

const isNothing = (rule: Rule): boolean => 'and' in rule && rule.and.length === 0;
const plain = (rule: Rule): Rule => ('and' in rule && rule.and.length === 1 ? rule.and[0] as Rule : rule);

/** The full editor over a page: nothing changes behind it until it is applied. */
export function RuleDialog({ rule, onChange, onClose, title = m.rules_filter(), about = 'customer', begun = false }: RuleDialogProps) {
  const [start] = useState(rule);
  const [next, setNext] = useState<Rule | undefined>(() => {
    const read = parseRule(rule ?? { and: [] }, catalogue);
    return begun && isRefused(read) ? undefined : rule ?? { and: [] };
  });
  const [strict, setStrict] = useState(false);
  const apply = () => {
    if (next === undefined) return setStrict(true);
    onChange(isNothing(next) ? undefined : plain(next));
    return onClose();
  };
  useShortcut({ keys: 'mod+enter', label: m.rules_apply(), group: 'page', inDialog: true, run: apply });
  return (
    <Dialog
      title={title} onClose={onClose} size="large"
      footer={<><Button variant="default" onClick={onClose}>{m.rules_cancel()}</Button><Button onClick={apply} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.rules_apply()}</Button></>}
    >
      <RuleEditor rule={start} about={about} onChange={setNext} strict={strict} />
    </Dialog>
  );
}
