import { StageDot } from '#design';
import { m, useLanguage } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { stageColor } from '../stage-color.ts';
import { type ModelDraft, moveStage, moveTried, removeStage, takesTheRest } from './model-draft.ts';
import styles from './edit.module.css';

interface StageListProps {
  readonly draft: ModelDraft;
  readonly picked: string | undefined;
  readonly onPick: (key: string) => void;
  readonly onDraft: (draft: ModelDraft) => void;
  readonly onAdd: () => void;
}

/** The stages as they are shown, and below them the order in which their rules are tried. */
export function StageList({ draft, picked, onPick, onDraft, onAdd }: StageListProps) {
  const language = useLanguage();
  const nameOf = (key: string) => draft.stages.find((stage) => stage.key === key)?.name[language] || key;
  return (
    <>
      <h2 className={styles.heading}>{m.lifecycle_shown_in()}</h2>
      <ol className={styles.list}>
        {draft.stages.map(({ key }, at) => (
          <li key={key} data-picked={key === picked || undefined}>
            <button type="button" className={styles.pick} aria-current={key === picked ? 'true' : undefined} onClick={() => onPick(key)}>
              <StageDot color={stageColor(at + 1)} /> {nameOf(key)}
            </button>
            <Arrows name={nameOf(key)} first={at === 0} last={at === draft.stages.length - 1} onMove={(by) => onDraft(moveStage(draft, key, by))} />
            <ActionIcon size={24} disabled={takesTheRest(draft, key)} aria-label={m.lifecycle_remove_stage({ name: nameOf(key) })} onClick={() => onDraft(removeStage(draft, key))}><IconTrash size={14} /></ActionIcon>
          </li>
        ))}
      </ol>
      <Button variant="default" leftSection={<IconPlus size={14} />} onClick={onAdd} style={{ justifySelf: 'start' }}>{m.lifecycle_add_stage()}</Button>
      <h2 className={styles.heading}>{m.lifecycle_tried_in()}</h2>
      <p className={styles.quiet}>{m.lifecycle_tried_explained()}</p>
      <ol className={styles.list}>
        {draft.evaluationOrder.map((key, at) => (
          <li key={key}>
            <span className={styles.tried}><span className="num">{at + 1}</span> {nameOf(key)}</span>
            {takesTheRest(draft, key)
              ? <span className={styles.quiet}>{m.lifecycle_the_rest()}</span>
              : <Arrows name={nameOf(key)} first={at === 0} last={at === draft.evaluationOrder.length - 2} onMove={(by) => onDraft(moveTried(draft, key, by))} />}
          </li>
        ))}
      </ol>
    </>
  );
}

interface ArrowsProps {
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

const Arrows = ({ name, first, last, onMove }: ArrowsProps) => (
  <>
    <ActionIcon size={24} disabled={first} aria-label={m.lifecycle_up({ name })} onClick={() => onMove(-1)}><IconArrowUp size={14} /></ActionIcon>
    <ActionIcon size={24} disabled={last} aria-label={m.lifecycle_down({ name })} onClick={() => onMove(1)}><IconArrowDown size={14} /></ActionIcon>
  </>
);
