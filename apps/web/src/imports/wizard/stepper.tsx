import { m } from '#words';
import { IconCheck } from '@tabler/icons-react';
import { type ImportStep, importSteps } from './import-search.ts';
import styles from './wizard.module.css';

interface StepperProps {
  readonly step: ImportStep;
  /** How far one may go now. */
  readonly reachable: ImportStep;
  readonly onGo: (step: ImportStep) => void;
}

/** Where one is, and the way back and forth; the import itself is the last step, on a page of its own. */
export function Stepper({ step, reachable, onGo }: StepperProps) {
  const words = { file: m.imports_step_file(), columns: m.imports_step_columns(), try: m.imports_step_try() };
  const [at, most] = [importSteps.indexOf(step), importSteps.indexOf(reachable)];
  return (
    <ol className={styles.steps} aria-label={m.imports_steps()}>
      {importSteps.map((each, index) => (
        <li key={each} data-state={index === at ? 'now' : index < at ? 'done' : undefined}>
          <button type="button" aria-current={index === at ? 'step' : undefined} disabled={index > most} onClick={() => onGo(each)}>
            <i aria-hidden>{index < at ? <IconCheck size={12} stroke={2.4} /> : index + 1}</i>{words[each]}
          </button>
        </li>
      ))}
      <li><span className={styles.last}><i aria-hidden>{importSteps.length + 1}</i>{m.imports_step_import()}</span></li>
    </ol>
  );
}
