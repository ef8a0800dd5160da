import { m } from '#words';
import { ActionIcon, Menu } from '@mantine/core';
import { KeyHint } from '#design';
import { IconDots, IconX } from '@tabler/icons-react';
import { changeAt, duplicateAt, moveAt, wrap, type Wrapper } from '../tree/edit.ts';
import { isGroup } from '../tree/draft.ts';
import { useEditing } from './editing.ts';
import type { AroundProps } from './wrapper-chips.tsx';
import styles from './editor.module.css';

const assumed = (wrappers: readonly Wrapper[], assume: boolean | undefined): readonly Wrapper[] => {
  const rest = wrappers.filter(({ kind }) => kind !== 'assume');
  return assume === undefined ? rest : [...rest, { kind: 'assume', assume }];
};

/** What can be done with a part; the most frequent, taking it away, has its own button. */
export function NodeMenu({ path, wrappers, inner, onRemove }: AroundProps & { readonly onRemove: () => void }) {
  const { edit } = useEditing();
  const set = (next: readonly Wrapper[]) => edit((draft) => changeAt(draft, path, () => wrap(inner, next)));
  const negated = wrappers.some(({ kind }) => kind === 'not');
  const assumption = wrappers.find((wrapper) => wrapper.kind === 'assume');
  return (
    <span className={styles.acts}>
      <Menu position="bottom-end" width={270}>
        <Menu.Target><ActionIcon size={24} aria-label={m.rules_part_menu()}><IconDots size={14} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => set(negated ? wrappers.filter(({ kind }) => kind !== 'not') : [{ kind: 'not' }, ...wrappers])}>
            {negated ? m.rules_not_remove() : m.rules_negate()}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{m.rules_if_unknown()}</Menu.Label>
          <Menu.Item disabled={!assumption} onClick={() => set(assumed(wrappers, undefined))}>{m.rules_assume_nothing()}</Menu.Item>
          <Menu.Item disabled={assumption?.assume === false} onClick={() => set(assumed(wrappers, false))}>{m.rules_assume_no()}</Menu.Item>
          <Menu.Item disabled={assumption?.assume === true} onClick={() => set(assumed(wrappers, true))}>{m.rules_assume_yes()}</Menu.Item>
          <Menu.Divider />
          <Menu.Item rightSection={<KeyHint keys="alt+arrowup" />} onClick={() => edit((draft) => moveAt(draft, path, -1))}>{m.rules_up()}</Menu.Item>
          <Menu.Item rightSection={<KeyHint keys="alt+arrowdown" />} onClick={() => edit((draft) => moveAt(draft, path, 1))}>{m.rules_down()}</Menu.Item>
          <Menu.Item onClick={() => edit((draft) => duplicateAt(draft, path))}>{m.rules_duplicate()}</Menu.Item>
          {!isGroup(inner) && <Menu.Item onClick={() => edit((draft) => changeAt(draft, path, (part) => ({ or: [part] })))}>{m.rules_into_group()}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon size={24} aria-label={m.rules_remove_part()} onClick={onRemove}><IconX size={14} /></ActionIcon>
    </span>
  );
}
