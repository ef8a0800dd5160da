import { DateText, StageDot } from '#design';
import { m, useLanguage } from '#words';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { originWord, outcomeColors, outcomeWord, phaseWord } from '../cycle-words.ts';
import type { CycleDetails } from './use-customer-cycles.ts';
import styles from './customer-cycles.module.css';

const few = 4;

interface PastCyclesProps {
  readonly cycles: readonly CycleDetails[];
  readonly total: number;
  readonly onOpenOrder: (id: string) => void;
}

/** How earlier passes ended, the latest first; a lost one says where. */
export function PastCycles({ cycles, total, onOpenOrder }: PastCyclesProps) {
  const language = useLanguage();
  const [all, setAll] = useState(false);
  return (
    <>
      <h3 className={styles.subTitle}>{m.cycles_past()} <span className={styles.count}>{total}</span></h3>
      <ul className={styles.past} aria-label={m.cycles_past()}>
        {(all ? cycles : cycles.slice(0, few)).map(({ id, outcome, origin, order, openedAt, closedAt, lostInPhase, leakPhase, line }) => (
          <li key={id}>
            <StageDot color={outcomeColors[outcome ?? ''] ?? 'slate'} />
            <div>
              <p className={styles.line}>
                <b>{lostInPhase ? m.cycles_lost_in({ phase: phaseWord(lostInPhase, language) }) : outcomeWord(outcome ?? '', language)}</b>
                {leakPhase && leakPhase !== lostInPhase && <span className={styles.quiet}>{m.cycles_leak({ phase: phaseWord(leakPhase, language) })}</span>}
              </p>
              <p className={styles.quiet}>
                {originWord(origin)} · {line.name} · <DateText value={openedAt} /> – {closedAt && <DateText value={closedAt} />}
                {order && <> · <button type="button" className={styles.link} onClick={() => onOpenOrder(order.id)}>{m.cycles_order({ number: order.number })}</button></>}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {cycles.length > few && !all && <Button variant="subtle" color="gray" fullWidth onClick={() => setAll(true)}>{m.cycles_more({ count: cycles.length })}</Button>}
    </>
  );
}
