import { dateFormat, NumberText, SelectField, useFormatting } from '#design';
import type { CycleFunnelQuery } from '#operations';
import { m } from '#words';
import { customerSourceLabels } from '@orbita/domain/customers';
import type { ReactNode } from 'react';
import { originWord } from '../cycle-words.ts';
import { type Group, groups } from './funnel-search.ts';
import styles from './funnel.module.css';

type Cohort = CycleFunnelQuery['cycleCohorts'][number];

interface CohortTableProps {
  readonly cohorts: readonly Cohort[];
  readonly by: Group;
  readonly onBy: (by: Group) => void;
  /** The whole page about one group, its funnel and its times too. */
  readonly onOnly: (key: string) => void;
  readonly total: CycleFunnelQuery['cycleLedger'];
  /** Of all groups, those too that are not listed. */
  readonly ordered: number;
}

/** The same ledger group by group; months are those in which the cycles opened. */
export function CohortTable({ cohorts, by, onBy, onOnly, total, ordered }: CohortTableProps) {
  const { language } = useFormatting();
  const names: Record<Group, string> = {
    MONTH: m.cycles_by_month(), OWNER: m.cycles_by_owner(), LINE: m.cycles_by_line(), ORIGIN: m.cycles_by_origin(), SOURCE: m.cycles_by_source(),
  };
  const named = (cohort: Cohort) => {
    const { key } = cohort;
    const name = nameOf(cohort, by, language);
    return key === null ? name : <button type="button" className={styles.only} title={m.cycles_only()} onClick={() => onOnly(key)}>{name}</button>;
  };
  return (
    <section className={styles.card} aria-label={m.cycles_cohorts()}>
      <div className={styles.head}>
        <h2 className={styles.title}>{m.cycles_cohorts()}</h2>
        <SelectField size="xs" w={140} aria-label={m.cycles_by()} value={by} data={groups.map((value) => ({ value, label: names[value] }))} onChange={(next) => next && onBy(next as Group)} />
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${m.cycles_cohorts()}: ${names[by]}`}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{names[by]}</th>
              {[m.cycles_started(), m.cycles_ordered(), m.cycles_well(), m.cycles_ledger_lost(), m.cycles_ledger_disqualified(), m.cycles_ledger_open(), m.cycles_health()].map((word) => (
                <th key={word} scope="col" className={styles.end}>{word}</th>
              ))}
            </tr>
          </thead>
          <tbody>{cohorts.map((cohort) => <Line key={cohort.key ?? ''} name={named(cohort)} ledger={cohort.ledger} ordered={orderedOf(cohort.funnel)} />)}</tbody>
          <tfoot><Line name={m.cycles_total()} ledger={total} ordered={ordered} /></tfoot>
        </table>
      </div>
    </section>
  );
}

/** How many of a funnel came to an order. */
export const orderedOf = (funnel: readonly { readonly phase: string; readonly reached: number }[]): number => funnel.find(({ phase }) => phase === 'DELIVERY')?.reached ?? 0;

function Line({ name, ledger, ordered }: { readonly name: ReactNode; readonly ledger: Cohort['ledger']; readonly ordered: number }) {
  const { started, recurrent, referred, recurrentAndReferred, lost, disqualified, open, healthPct } = ledger;
  return (
    <tr>
      <th scope="row">{name}</th>
      {[started, ordered, recurrent + referred + recurrentAndReferred, lost, disqualified, open].map((count, index) => (
        <td key={index} className={styles.end} data-none={count === 0 || undefined}><NumberText value={count} /></td>
      ))}
      <td className={styles.end}>
        {healthPct === null ? <span className={styles.quiet}>–</span> : (
          <span className={styles.health}><i aria-hidden style={{ width: `${healthPct * 0.4}px` }} /><span className="num">{healthPct} %</span></span>
        )}
      </td>
    </tr>
  );
}

function nameOf({ key, name }: Cohort, by: Group, language: 'en' | 'es'): ReactNode {
  if (key === null) return <span className={styles.quiet}>{m.cycles_unknown()}</span>;
  if (by === 'MONTH') return dateFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(key));
  if (by === 'ORIGIN') return originWord(key);
  if (by === 'SOURCE') return customerSourceLabels[key as keyof typeof customerSourceLabels]?.[language] ?? key;
  return name ?? m.cycles_unknown();
}
