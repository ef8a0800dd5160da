import { m } from '#words';
import type { KeyboardEvent } from 'react';
import { type Draft, isGroup, isLeaf, isRelated, type Path } from '../tree/draft.ts';
import { moveAt, unwrap } from '../tree/edit.ts';
import { mayBeUnknown } from '../tree/new-leaf.ts';
import { type PartProps, useEditing } from './editing.ts';
import { GroupEditor } from './group-editor.tsx';
import { LeafEditor } from './leaf-editor.tsx';
import { NodeMenu } from './node-menu.tsx';
import { RelationEditor } from './relation-editor.tsx';
import { WrapperChips } from './wrapper-chips.tsx';
import styles from './editor.module.css';

interface NodeEditorProps extends PartProps<Draft> {
  readonly onRemove: (path: Path) => void;
}

/** A part of a group: what stands around it as chips, the part itself, and what can be done with it. */
export function NodeEditor({ part, path, relation, onRemove }: NodeEditorProps) {
  const { edit } = useEditing();
  const around = unwrap(part, path);
  const { wrappers, inner, innerPath } = around;
  // Heard on its way down, before a field takes it to open its list; of conditions within each other, by the innermost.
  const move = (event: KeyboardEvent<HTMLLIElement>) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    if ((event.target as Element).closest('li') !== event.currentTarget) return;
    event.preventDefault();
    event.stopPropagation();
    edit((draft) => moveAt(draft, path, event.key === 'ArrowUp' ? -1 : 1));
  };
  const negated = wrappers.some(({ kind }) => kind === 'not') && !wrappers.some(({ kind }) => kind === 'assume');
  const unknown = isLeaf(inner) ? mayBeUnknown(inner.fact, relation) && inner.is !== 'isSet' : true;
  return (
    <li className={styles.node} onKeyDownCapture={move}>
      <div className={styles.line} data-block={!isLeaf(inner) || undefined}>
        <div className={styles.said}>
          <WrapperChips part={part} path={path} wrappers={wrappers} inner={inner} />
          {isLeaf(inner) && <LeafEditor part={inner} path={innerPath} relation={relation} />}
          {isRelated(inner) && <RelationEditor part={inner} path={innerPath} relation={relation} />}
          {isGroup(inner) && <GroupEditor part={inner} path={innerPath} relation={relation} />}
        </div>
        <NodeMenu part={part} path={path} wrappers={wrappers} inner={inner} onRemove={() => onRemove(path)} />
      </div>
      {negated && unknown && <p className={styles.note}>{m.rules_not_unknown()}</p>}
    </li>
  );
}
