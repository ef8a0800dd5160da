import { ErrorState, SkeletonRows, type StageColor } from '#design';
import type { PipelineDetailsFragment } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { BoardColumn } from './board-column.tsx';
import styles from './board.module.css';
import { type Place, placeOf } from './board-state.ts';
import { GateDialog } from './gate-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import type { Board } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useMoveOpportunity } from './use-move-opportunity.ts';

export const columnColors: readonly StageColor[] = ['blue', 'cyan', 'indigo', 'violet', 'amber', 'green', 'pink', 'slate'];

interface OpportunityBoardProps {
  readonly board: Board;
  readonly pipeline: PipelineDetailsFragment;
  /** An opportunity lies open over it. */
  readonly covered: boolean;
  readonly onOpen: (id: string) => void;
  readonly onNew: (() => void) | undefined;
}

/** The open opportunities of a pipeline in columns, moved by mouse, by keyboard, or by the menu of a card. */
export function OpportunityBoard({ board, pipeline, covered, onOpen, onNew }: OpportunityBoardProps) {
  const { columns, stale, failed, load, more, change } = board;
  const [menu, setMenu] = useState<string>();
  const { stages } = pipeline;
  const language = useLanguage();
  const probabilities = useMemo(() => new Map(stages.map(({ key, probability }) => [key, probability])), [stages]);
  const stageName = useCallback((key: string) => stages.find((stage) => stage.key === key)?.names[language] ?? key, [language, stages]);
  const { move, shut, closeGate, said } = useMoveOpportunity({ columns, change, hold: board.hold, release: board.release, stageName, probabilities });
  const run = useCallback((id: string, to: Place) => void move(id, to), [move]);
  const { active, chosen, wanted, arrived, choose, go, onKeyDown } = useBoardKeys({ columns: columns ?? [], onMove: run, onMenu: setMenu });
  const kept = useFocusKept({ columns, covered, go });
  useShortcut({ keys: 'm', label: m.opportunities_move_keys(), group: 'list', run: () => setMenu(chosen) }, chosen !== undefined);
  const here = columns;
  useEffect(() => monitorForElements({
    onDrop: ({ source, location }) => {
      const id = source.data['card'];
      const targets = location.current.dropTargets;
      const stage = targets.at(-1)?.data['stage'];
      if (typeof id !== 'string' || typeof stage !== 'string' || !here) return;
      const over = targets.find(({ data }) => data['card'] !== undefined);
      if (over?.data['card'] === id) return;
      const rest = here.find((column) => column.stage === stage)?.cards.filter((card) => card.id !== id) ?? [];
      const at = over ? rest.findIndex((card) => card.id === over.data['card']) : -1;
      run(id, { stage, index: !over ? (rest.length > 0 && placeOf(here, id)?.stage === stage ? rest.length : 0) : at + (extractClosestEdge(over.data) === 'bottom' ? 1 : 0) });
    },
  }), [here, run]);
  if (failed) return <ErrorState onRetry={() => void load()} />;
  if (!columns) return <BoardSkeleton count={stages.length} />;
  return (
    // The cards are buttons; their arrows are heard here, where the board is known.
    <div className={styles.board} data-board data-outdated={stale || undefined} onKeyDown={onKeyDown} {...kept} role="group" aria-label={m.opportunities_board()}>
      {columns.map((column, at) => (
        <BoardColumn
          key={column.stage} column={column} name={stageName(column.stage)} probability={probabilities.get(column.stage) ?? 0} color={columnColors[at % columnColors.length] ?? 'blue'}
          active={column.cards.some(({ id }) => id === active) ? active : undefined} wanted={column.cards.some(({ id }) => id === wanted) ? wanted : undefined}
          onArrived={arrived} onMore={more} onNew={at === 0 ? onNew : undefined} onOpen={onOpen} onMenu={setMenu} onChoose={choose}
        />
      ))}
      <div className="visually-hidden" role="status" aria-live="polite">{said}</div>
      {menu !== undefined && (
        <MoveDialog id={menu} stageName={stageName} onClose={() => setMenu(undefined)} onOpen={onOpen} onMove={(stage) => { setMenu(undefined); run(menu, { stage, index: 0 }); go(menu); }} />
      )}
      {shut && (
        <GateDialog
          opportunity={shut.opportunity} to={shut.to.stage} toName={stageName(shut.to.stage)} onClose={closeGate} onOpen={onOpen}
          onOverride={async (overrideReason) => { closeGate(); await move(shut.opportunity.id, shut.to, { overrideReason }); }}
        />
      )}
    </div>
  );
}

const BoardSkeleton = ({ count }: { readonly count: number }) => (
  <div className={styles.board} aria-hidden>
    {Array.from({ length: count }, (_, at) => <div key={at} className={styles.column}><SkeletonRows rows={4} height={88} /></div>)}
  </div>
);
