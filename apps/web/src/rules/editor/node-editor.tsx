import { m } from '#words';
import type { KeyboardEvent } from 'react';
import { type Draft, isGroup, isLeaf, isRelated } from '../tree/draft.ts';
import { moveAt, unwrap } from '../tree/edit.ts';
import { mayBeUnknown } from '../tree/new-leaf.ts';
import { type PartProps, useEditing } from './editing.ts';
import { GroupEditor } from './group-editor.tsx';
import { LeafEditor } from './leaf-editor.tsx';
import { NodeMenu } from './node-menu.tsx';
import { RelationEditor } from './relation-editor.tsx';
import { WrapperChips } from './wrapper-chips.tsx';
import styles from './editor.module.css';

/** A part of a group: what stands around it as chips, the part itself, and what can be done with it. */
export function NodeEditor({ part, path, relation }: PartProps<Draft>) {
  const { edit } = useEditing();
  const around = unwrap(part, path);
  const { wrappers, inner, innerPath } = around;
  const move = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    edit((draft) => moveAt(draft, path, event.key === 'ArrowUp' ? -1 : 1));
  };
  const negated = wrappers.some(({ kind }) => kind === 'not') && !wrappers.some(({ kind }) => kind === 'assume');
  const unknown = isLeaf(inner) ? mayBeUnknown(inner.fact, relation) && inner.is !== 'isSet' : true;
  return (
    <li className={styles.node} onKeyDown={move}>
      <div className={styles.line} data-block={!isLeaf(inner) || undefined}>
        <div className={styles.said}>
          <WrapperChips part={part} path={path} wrappers={wrappers} inner={inner} />
          {isLeaf(inner) && <LeafEditor part={inner} path={innerPath} relation={relation} />}
          {isRelated(inner) && <RelationEditor part={inner} path={innerPath} relation={relation} />}
          {isGroup(inner) && <GroupEditor part={inner} path={innerPath} relation={relation} />}
        </div>
        <NodeMenu part={part} path={path} wrappers={wrappers} inner={inner} />
      </div>
      {negated && unknown && <p className={styles.note}>{m.rules_not_unknown()}</p>}
    </li>
  );
}
