import { m } from '#words';
import { IconPlus } from '@tabler/icons-react';
import { type RefObject, useRef } from 'react';
import { type Draft, type Group, groupOf, jointOf, partsOf, type Path } from '../tree/draft.ts';
import { changeAt, removeAt } from '../tree/edit.ts';
import { newLeaf, offeredFacts, offeredFields } from '../tree/new-leaf.ts';
import { type PartProps, useEditing } from './editing.ts';
import { FactPicker } from './fact-picker.tsx';
import { NodeEditor } from './node-editor.tsx';
import { usePartKeys } from './use-part-keys.ts';
import styles from './editor.module.css';

/** All of these or any of these, and the place for the next. */
export function GroupEditor({ part: group, path, relation }: PartProps<Group>) {
  const { edit } = useEditing();
  const joint = jointOf(group);
  const parts = partsOf(group);
  const keys = usePartKeys(parts);
  const adding = useRef<HTMLButtonElement>(null);
  // What had the focus goes with the part: without another place it would be lost to the page.
  const remove = (part: Path) => {
    edit((draft) => removeAt(draft, part));
    adding.current?.focus();
  };
  const turn = (next: 'and' | 'or') => edit((draft) => changeAt(draft, path, () => groupOf(next, parts)));
  return (
    <fieldset className={styles.group} data-root={path.length === 0 || undefined}>
      <legend className="visually-hidden">{joint === 'and' ? m.rules_all() : m.rules_any()}</legend>
      <div className={styles.joint} role="group" aria-label={m.rules_joint()}>
        {(['and', 'or'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={joint === each} onClick={() => turn(each)}>{each === 'and' ? m.rules_all() : m.rules_any()}</button>
        ))}
      </div>
      {parts.length > 0 && (
        <ul className={styles.parts}>
          {parts.map((each, index) => <NodeEditor key={keys[index]} part={each} path={[...path, joint, index]} relation={relation} onRemove={remove} />)}
        </ul>
      )}
      {parts.length === 0 && <p className={styles.note}>{joint === 'and' ? m.rules_empty_all() : m.rules_empty_any()}</p>}
      <AddPart part={group} path={path} relation={relation} button={adding} />
    </fieldset>
  );
}

function AddPart({ part: group, path, relation, button }: PartProps<Group> & { readonly button: RefObject<HTMLButtonElement | null> }) {
  const { role, forbid, related: hasRows, add } = useEditing();
  const place = partsOf(group).length;
  const put = (part: Draft) => add(path, part, place);
  const inner = [{ id: '+group', label: m.rules_add_group(), onPick: () => put({ or: [] }) }];
  const related = [
    { id: '+some', label: m.rules_add_some(), onPick: () => put({ some: 'orders', where: { and: [] } }) },
    { id: '+none', label: m.rules_add_none(), onPick: () => put({ none: 'orders', where: { and: [] } }) },
  ];
  return (
    <FactPicker
      fields={relation ? offeredFields(role, relation) : offeredFacts(role, forbid)} heading={relation && m.rules_fields()}
      more={relation || !hasRows ? inner : [...inner, ...related]} onPick={(field) => put(newLeaf(field))}
    >
      {(open, opened) => (
        <button ref={button} type="button" className={styles.add} onClick={open} aria-haspopup="listbox" aria-expanded={opened}>
          <IconPlus size={13} aria-hidden /> {m.rules_add()}
        </button>
      )}
    </FactPicker>
  );
}
