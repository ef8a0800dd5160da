import { ErrorState, SidePanel, SkeletonRows } from '#design';
import { AllowedMovesDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { IconArrowLeft, IconArrowRight, IconExternalLink, IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import styles from './board.module.css';

interface MoveDialogProps {
  readonly id: string;
  readonly stageName: (key: string) => string;
  readonly onMove: (stage: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** Where a card could go, for fingers and keys; what is in the way is said before one tries. */
export function MoveDialog({ id, stageName, onMove, onOpen, onClose }: MoveDialogProps) {
  const { data, error, refetch } = useQuery(AllowedMovesDocument, { variables: { id }, fetchPolicy: 'network-only' });
  const opportunity = data?.opportunity;
  const stages = opportunity?.allowedMoves.filter(({ direction }) => direction !== 'WIN') ?? [];
  // Whoever presses Enter at once means the first place, and not the cross that had the focus until it came.
  const list = useRef<HTMLUListElement>(null);
  const come = opportunity !== undefined && opportunity !== null;
  useEffect(() => {
    if (come) list.current?.querySelector('button')?.focus();
  }, [come]);
  return (
    <SidePanel title={opportunity ? m.opportunities_move_to({ title: opportunity.title }) : m.opportunities_move()} onClose={onClose} size="small">
      {error && !opportunity && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!opportunity && !error && <SkeletonRows rows={5} />}
      <ul ref={list} className={styles.moves} tabIndex={-1} data-autofocus={!opportunity || undefined}>
        {stages.map(({ to, direction, missing }, at) => {
          const Icon = missing.length > 0 ? IconLock : direction === 'BACK' ? IconArrowLeft : IconArrowRight;
          return (
            <li key={to}>
              <button type="button" onClick={() => onMove(to)} data-autofocus={at === 0 || undefined}>
                <Icon size={16} stroke={1.6} aria-hidden /><span>{stageName(to)}</span>
                {missing.length > 0 && <small>{m.opportunities_missing_count({ count: missing.length })}</small>}
              </button>
            </li>
          );
        })}
        {opportunity && <li><button type="button" onClick={() => { onClose(); onOpen(id); }}><IconExternalLink size={16} stroke={1.6} aria-hidden /><span>{m.opportunities_open_it()}</span></button></li>}
      </ul>
    </SidePanel>
  );
}
