import { type Bar, BarList, NumberText, useFormatting } from '#design';
import type { CycleFunnelQuery } from '#operations';
import { m } from '#words';
import { outcomeColors, outcomeWord, phaseWord } from '../cycle-words.ts';
import styles from './funnel.module.css';

type Ledger = CycleFunnelQuery['cycleLedger'];

const outcomes = [['RECURRENT', 'recurrent'], ['REFERRED', 'referred'], ['RECURRENT_AND_REFERRED', 'recurrentAndReferred'], ['LOST', 'lost'], ['DISQUALIFIED', 'disqualified']] as const;

/** How cycles ended: the parts add up to what started; the lost ones by where they stood and where they broke. */
export function LedgerCard({ ledger }: { readonly ledger: Ledger }) {
  const { language } = useFormatting();
  const bars: Bar[] = outcomes.map(([outcome, key]) => ({
    id: outcome, label: outcomeWord(outcome, language), amount: ledger[key], text: <NumberText value={ledger[key]} />, color: outcomeColors[outcome] ?? 'slate',
  }));
  const open: Bar = { id: 'open', label: m.cycles_ledger_open(), amount: ledger.open, text: <NumberText value={ledger.open} />, color: 'blue' };
  const broke = new Map(ledger.leakPhase.map(({ phase, count }) => [phase, count]));
  const lost = ledger.lostInPhase.map(({ phase, count }) => ({ phase, stood: count, broke: broke.get(phase) ?? 0 })).filter(({ stood, broke: leak }) => stood + leak > 0);
  return (
    <section className={styles.card} aria-label={m.cycles_ledger()}>
      <h2 className={styles.title}>{m.cycles_ledger()}</h2>
      <BarList label={m.cycles_ledger()} bars={[...bars, open]} />
      {lost.length > 0 && (
        <table className={styles.table}>
          <caption className={styles.caption}>{m.cycles_lost_where()}</caption>
          <thead><tr><th scope="col">{m.cycles_phase()}</th><th scope="col" className={styles.end}>{m.cycles_stood()}</th><th scope="col" className={styles.end}>{m.cycles_broke()}</th></tr></thead>
          <tbody>
            {lost.map(({ phase, stood, broke: leak }) => (
              <tr key={phase}><th scope="row">{phaseWord(phase, language)}</th><td className={styles.end}><NumberText value={stood} /></td><td className={styles.end}><NumberText value={leak} /></td></tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
