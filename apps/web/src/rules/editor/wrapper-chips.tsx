import { m } from '#words';
import type { Draft, Path } from '../tree/draft.ts';
import { changeAt, wrap, type Wrapper } from '../tree/edit.ts';
import { useEditing } from './editing.ts';
import styles from './editor.module.css';

export interface AroundProps {
  readonly part: Draft;
  readonly path: Path;
  readonly wrappers: readonly Wrapper[];
  readonly inner: Draft;
}

/** «No» and «si no se sabe, cuenta como…» before a part: pressed, the first goes and the second changes sides. */
export function WrapperChips({ path, wrappers, inner }: AroundProps) {
  const { edit } = useEditing();
  const set = (next: readonly Wrapper[]) => edit((draft) => changeAt(draft, path, () => wrap(inner, next)));
  return wrappers.map((wrapper, index) => wrapper.kind === 'not' ? (
    <button key={index} type="button" className={styles.not} title={m.rules_not_remove()} onClick={() => set(wrappers.toSpliced(index, 1))}>
      {m.rules_not()}
    </button>
  ) : (
    <button
      key={index} type="button" className={styles.assume} title={m.rules_assume_change()}
      onClick={() => set(wrappers.toSpliced(index, 1, { kind: 'assume', assume: !wrapper.assume }))}
    >
      {wrapper.assume ? m.rules_assume_yes() : m.rules_assume_no()}
    </button>
  ));
}
