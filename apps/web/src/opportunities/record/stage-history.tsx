import { DateText, useFormatting } from '#design';
import { m } from '#words';
import type { OpportunityRecord } from './use-opportunity.ts';
import styles from './record.module.css';

const day = 86_400_000;

/** In which stages it stood, and for how long. */
export function StageHistory({ opportunity: { history, pipeline } }: { readonly opportunity: OpportunityRecord }) {
  const { language } = useFormatting();
  const nameOf = (key: string) => pipeline?.stages.find((stage) => stage.key === key)?.names[language] ?? key;
  const days = (from: string, to: string | null) => Math.floor(((to === null ? Date.now() : Date.parse(to)) - Date.parse(from)) / day);
  return (
    <ol className={styles.history}>
      {history.toReversed().map(({ stage, enteredAt, leftAt, overrideReason }) => (
        <li key={enteredAt + stage} data-here={leftAt === null || undefined}>
          <b>{nameOf(stage)}</b>
          <span>{m.opportunities_days({ count: days(enteredAt, leftAt) })}</span>
          <span className={styles.when}><DateText value={enteredAt} style="moment" /></span>
          {overrideReason && <p>{m.opportunities_overridden({ reason: overrideReason })}</p>}
        </li>
      ))}
    </ol>
  );
}
