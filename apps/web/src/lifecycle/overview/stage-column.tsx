import { NumberText, StageDot } from '#design';
import { m } from '#words';
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { stageColor } from '../stage-color.ts';
import type { Overview } from './overview.ts';
import styles from './overview.module.css';

type Figures = Overview['stages'][number];

/** One stage: its figures first, then what it is held to, how one treats customers there, and who enters. */
export function StageColumn({ figures, modelKey }: { readonly figures: Figures; readonly modelKey: string }) {
  const { stage, customers, share } = figures;
  const rule = { fact: `stage.${modelKey}`, is: 'in', values: [stage.key] };
  return (
    <li className={styles.stage} style={{ '--stage': `var(--stage-${stageColor(stage.place)})` } as React.CSSProperties}>
      <h2 className={styles.name}><StageDot color={stageColor(stage.place)} /> {stage.name}</h2>
      <p className={styles.count}>
        <Link to="/customers" search={{ rule }} aria-label={m.lifecycle_open_customers({ stage: stage.name, count: customers })}>
          <NumberText value={customers} />
        </Link>
        <span>{share} %</span>
      </p>
      <dl className={styles.figures}>
        <div><dt>{m.lifecycle_median()}</dt><dd>{daysText(figures.medianDays)}</dd></div>
        <div><dt>{m.lifecycle_so_far()}</dt><dd>{daysText(figures.medianDaysSoFar)}</dd></div>
        <div><dt>{m.lifecycle_moved()}</dt><dd><span className="num">+{figures.entered} / −{figures.departed}</span></dd></div>
      </dl>
      <Bounds figures={figures} />
      <section>
        <h3>{m.lifecycle_strategy()}</h3>
        <p>{stage.strategy}</p>
      </section>
      <details className={styles.more}>
        <summary>{m.lifecycle_who_enters()}</summary>
        <p>{stage.ruleText}</p>
        {stage.signals.length > 0 && (
          <>
            <h3>{m.lifecycle_announces()}</h3>
            <ul>{stage.signals.map(({ text }) => <li key={text}>{text}</li>)}</ul>
          </>
        )}
        <p className={styles.quiet}>{m.lifecycle_service({ sla: stage.slaHours, talk: stage.talkMinutes })}</p>
      </details>
    </li>
  );
}

const daysText = (days: number | null) => (days === null ? <span className={styles.quiet}>—</span> : <span className="num">{m.lifecycle_days({ count: days })}</span>);

function Bounds({ figures: { bounds, stage } }: { readonly figures: Figures }) {
  const nps = stage.npsBound === null ? [] : [{ text: `NPS ≥ ${String(stage.npsBound).replace('-', '−')}`, measured: null, unit: null, met: null }];
  return (
    <section>
      <h3>{m.lifecycle_bounds()}</h3>
      <ul className={styles.bounds}>
        {[...bounds, ...nps].map(({ text, measured, unit, met }) => (
          <li key={text} data-met={met === null ? undefined : met}>
            {met === null ? <IconMinus size={12} aria-hidden /> : met ? <IconCheck size={12} aria-hidden /> : <IconAlertTriangle size={12} aria-hidden />}
            <span>{text}</span>
            <span className={styles.measured}>{measured === null ? m.lifecycle_not_measured() : m.lifecycle_measured({ value: withUnit(measured, unit) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function withUnit(value: number, unit: string | null): string {
  switch (unit) {
    case 'percent': return `${value} %`;
    case 'days': return m.lifecycle_days({ count: value });
    case 'months': return m.lifecycle_months({ count: value });
    default: return String(value);
  }
}
