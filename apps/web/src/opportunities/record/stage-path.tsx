import { m, useLanguage } from '#words';
import { IconCheck, IconLock } from '@tabler/icons-react';
import type { OpportunityRecord } from './use-opportunity.ts';
import styles from './record.module.css';

interface StagePathProps {
  readonly opportunity: OpportunityRecord;
  readonly onMove: (to: string) => void;
}

/** The stages in order, where it stands, and the ones that a gate keeps shut; pressed, it goes there. */
export function StagePath({ opportunity, onMove }: StagePathProps) {
  const { pipeline, stage, status, allowedMoves, viewerCanUpdate } = opportunity;
  const language = useLanguage();
  const stages = pipeline?.stages ?? [];
  const here = stages.findIndex(({ key }) => key === stage);
  return (
    <ol className={styles.path} aria-label={m.opportunities_stages()}>
      {stages.map(({ key, names, probability }, at) => {
        const name = names[language];
        const move = allowedMoves.find(({ to }) => to === key);
        const shut = (move?.missing.length ?? 0) > 0;
        const state = at === here ? 'here' : at < here || status === 'WON' ? 'past' : 'ahead';
        return (
          <li key={key} data-state={state} data-status={status}>
            <button type="button" disabled={!move || !viewerCanUpdate} aria-current={at === here ? 'step' : undefined} onClick={() => onMove(key)} title={`${name} · ${probability} %`}>
              {state === 'past' && <IconCheck size={12} stroke={2} aria-hidden />}
              {shut && <IconLock size={12} stroke={1.75} aria-hidden />}
              <span>{name}</span>{shut && <span className="visually-hidden">, {m.opportunities_missing_count({ count: move?.missing.length ?? 0 })}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
