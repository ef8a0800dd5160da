import { NumberText, numberFormat, useFormatting } from '#design';
import type { CycleFunnelQuery } from '#operations';
import { m } from '#words';
import { IconArrowDown } from '@tabler/icons-react';
import { colorOfPhase, phaseWord } from '../cycle-words.ts';
import styles from './funnel.module.css';
import { timeText } from './time-text.ts';

type Phase = CycleFunnelQuery['cycleFunnel']['phases'][number];

/**
 * How many cycles reached each phase, hatched those that entered later (a shop sale, at delivery), and between two phases how
 * many of those who came that way went on.
 */
export function FunnelBars({ phases }: { readonly phases: readonly Phase[] }) {
  const { language } = useFormatting();
  const most = Math.max(...phases.map(({ reached }) => reached), 1);
  return (
    <section className={styles.card} aria-label={m.cycles_funnel()}>
      <h2 className={styles.title}>{m.cycles_funnel()}</h2>
      <ol className={styles.funnel}>
        {phases.map((phase) => (
          <li key={phase.phase} data-phase={phase.phase}>
            <div className={styles.phase}>
              <span className={styles.name}>{phaseWord(phase.phase, language)}</span>
              <span className={styles.track} aria-hidden>
                <span className={styles.fill} style={{ width: `${(phase.passing / most) * 100}%`, background: `var(--stage-${colorOfPhase(phase.phase)})` }} />
                {phase.reached > phase.passing && <span className={styles.later} style={{ width: `${((phase.reached - phase.passing) / most) * 100}%` }} />}
              </span>
              <b className={styles.amount}><NumberText value={phase.reached} /></b>
              <span className={styles.time}>
                {phase.medianTime !== null && <span>{m.cycles_median({ time: timeText(language, phase.medianTime) })}</span>}
                {phase.reached > phase.passing && <span>{m.cycles_entered_later({ count: numberFormat(language).format(phase.reached - phase.passing) })}</span>}
              </span>
            </div>
            {phase.converted !== null && <Conversion {...phase} converted={phase.converted} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Conversion({ converted, passing }: { readonly converted: number; readonly passing: number }) {
  const { language } = useFormatting();
  const number = numberFormat(language);
  return (
    <p className={styles.conversion}>
      <IconArrowDown size={12} stroke={2} aria-hidden />
      {passing === 0 ? m.cycles_no_conversion() : (
        <>
          <b className="num">{m.cycles_conversion({ percent: numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(converted / passing) })}</b>
          <span className="num">{m.cycles_conversion_of({ converted: number.format(converted), passing: number.format(passing) })}</span>
        </>
      )}
    </p>
  );
}
