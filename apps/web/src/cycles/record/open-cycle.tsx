import { Chip, DateText } from '#design';
import { m, useLanguage } from '#words';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { colorOfPhase, originWord, phases, phaseWord } from '../cycle-words.ts';
import type { CycleDetails } from './use-customer-cycles.ts';
import styles from './customer-cycles.module.css';

interface OpenCycleProps {
  readonly cycle: CycleDetails;
  readonly onOpenOrder: (id: string) => void;
  /** Absent to one who may not. */
  readonly onTerminate?: () => void;
}

/** One pass through the journey: where it is, since when, until when. */
export function OpenCycle({ cycle, onOpenOrder, onTerminate }: OpenCycleProps) {
  const language = useLanguage();
  const { order, windowEndsAt, nurtureUntil } = cycle;
  const runs = order?.contractEndsAt && Date.parse(order.contractEndsAt) > Date.now();
  return (
    <li className={styles.cycle}>
      <div className={styles.line}>
        <b>{cycle.line.name}</b>
        <Chip>{originWord(cycle.origin)}</Chip>
        {order && <button type="button" className={styles.link} onClick={() => onOpenOrder(order.id)}>{m.cycles_order({ number: order.number })}</button>}
      </div>
      <Steps cycle={cycle} />
      <p className={styles.now} style={{ '--phase': `var(--stage-${colorOfPhase(cycle.phase)})` } as React.CSSProperties}>
        <i className={styles.dot} aria-hidden /><b>{phaseWord(cycle.phase, language)}</b>
        <span className={styles.quiet}>{m.cycles_phase_since()} <DateText value={cycle.phaseSince} /></span>
      </p>
      <div className={styles.facts}>
        {windowEndsAt && <Fact word={m.cycles_window_until()} at={windowEndsAt} />}
        {nurtureUntil && <Fact word={m.cycles_resting_until()} at={nurtureUntil} />}
        {order?.contractEndsAt && !order.noticeEndsAt && <Fact word={m.cycles_contract_until()} at={order.contractEndsAt} />}
        {cycle.referrals > 0 && <Chip tone="ok">{m.cycles_referrals({ count: cycle.referrals })}</Chip>}
        {order?.noticeEndsAt && <Chip tone="warn">{m.cycles_notice_for()} <DateText value={order.noticeEndsAt} /></Chip>}
        {cycle.leaving && <Chip tone="warn">{m.cycles_leaving()}</Chip>}
        {runs && onTerminate && <Button variant="subtle" color="gray" size="compact-xs" onClick={onTerminate}>{m.cycles_terminate()}…</Button>}
      </div>
    </li>
  );
}

const Fact = ({ word, at }: { readonly word: string; readonly at: string }): ReactNode => (
  <span className={styles.quiet}>{word} <DateText value={at} /></span>
);

/** The seven phases as steps: passed, skipped, the one where it stands, those to come. */
function Steps({ cycle }: { readonly cycle: CycleDetails }) {
  const language = useLanguage();
  const at = phases.findIndex((phase) => phase === cycle.phase);
  const been = new Set(cycle.visits.map(({ phase }) => phase));
  const stateOf = (index: number): 'done' | 'now' | 'skipped' | 'next' => {
    if (index === at) return 'now';
    if (index > at) return 'next';
    return been.has(phases[index]!) ? 'done' : 'skipped';
  };
  const words = { done: m.cycles_step_done, now: m.cycles_step_now, skipped: m.cycles_step_skipped, next: m.cycles_step_next };
  return (
    <ol className={styles.steps} aria-label={m.cycles_steps()} style={{ '--phase': `var(--stage-${colorOfPhase(cycle.phase)})` } as React.CSSProperties}>
      {phases.map((phase, index) => {
        const state = stateOf(index);
        const text = words[state]({ phase: phaseWord(phase, language) });
        return <li key={phase} data-state={state} title={text} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}><span className="visually-hidden">{text}</span></li>;
      })}
    </ol>
  );
}
