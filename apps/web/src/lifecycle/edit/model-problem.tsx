import { BothWays } from '#design';
import { m, useLanguage } from '#words';
import type { ModelForm } from './use-model-form.ts';
import styles from './edit.module.css';

/** Why it was not published; when somebody else was first, both ways on. */
export function ModelProblem({ form: { problem, take, draft }, onOver }: { readonly form: ModelForm; readonly onOver: (version: number) => void }) {
  const language = useLanguage();
  if (!problem) return null;
  const { theirs } = problem;
  const [, at] = /^stages\.(\d+)/.exec(problem.field ?? '') ?? [];
  const stage = at === undefined ? undefined : draft.stages[Number(at)];
  return (
    <div role="alert" className={styles.problem}>
      <p>{stage && <b>{stage.name[language] || stage.key}: </b>}{problem.text}</p>
      {theirs && <BothWays onTheirs={() => take(theirs)} onMine={() => onOver(theirs.version)} mine={m.lifecycle_keep_mine()} />}
    </div>
  );
}
