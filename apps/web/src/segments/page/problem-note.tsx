import { BothWays } from '#design';
import type { SegmentForm } from './use-segment-form.ts';
import styles from './page.module.css';

interface ProblemNoteProps {
  readonly form: SegmentForm;
  readonly onOver: (version: number) => void;
}

/** Why it was not saved; when somebody else was first, both ways on. */
export function ProblemNote({ form: { problem, take }, onOver }: ProblemNoteProps) {
  if (!problem || problem.field === 'name' || problem.field === 'description') return null;
  const { theirs } = problem;
  return (
    <div role="alert" className={styles.problem}>
      <p>{problem.text}</p>
      {theirs && <BothWays onTheirs={() => take(theirs)} onMine={() => onOver(theirs.version)} />}
    </div>
  );
}
