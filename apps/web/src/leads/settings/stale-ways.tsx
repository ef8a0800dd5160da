import { BothWays } from '#design';
import { m, useLanguage } from '#words';
import styles from '../leads.module.css';

interface StaleWaysProps<Saved> {
  readonly before: Saved;
  readonly theirs: Saved;
  /** What each part that can be changed is called. */
  readonly parts: Readonly<Partial<Record<keyof Saved, string>>>;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

/** What somebody else saved meanwhile, and both ways on. */
export function StaleWays<Saved>({ before, theirs, parts, onTheirs, onMine }: StaleWaysProps<Saved>) {
  const language = useLanguage();
  const changed = changedParts(before, theirs, parts);
  return (
    <>
      {changed.length > 0 && <p className={styles.quiet}>{m.leads_changed_meanwhile({ fields: new Intl.ListFormat(language).format(changed) })}</p>}
      <BothWays onTheirs={onTheirs} onMine={onMine} />
    </>
  );
}

/** The names of the parts that differ, each once. */
export const changedParts = <Saved,>(before: Saved, theirs: Saved, parts: Readonly<Partial<Record<keyof Saved, string>>>): string[] =>
  [...new Set((Object.keys(parts) as (keyof Saved)[]).filter((part) => JSON.stringify(before[part]) !== JSON.stringify(theirs[part])).map((part) => parts[part]!))];
