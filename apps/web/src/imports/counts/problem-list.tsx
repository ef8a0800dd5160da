import { NumberText } from '#design';
import type { ImportProblemLineFragment } from '#operations';
import { m } from '#words';
import styles from './counts.module.css';

/** Rows that were not followed in all, each with why and with its cells as they came. */
export const ProblemList = ({ problems }: { readonly problems: readonly ImportProblemLineFragment[] }) => (
  <ol className={styles.problems} aria-label={m.imports_problems()}>
    {problems.map((problem, at) => (
      <li key={`${problem.row} ${problem.column} ${at}`}>
        <p className={styles.where}>{m.imports_row()} <b><NumberText value={problem.row} /></b>{problem.column && <span className={styles.column}>{problem.column}</span>}</p>
        <p>{problem.message}</p>
        {problem.cells.length > 0 && (
          <details>
            <summary>{m.imports_its_cells()}</summary>
            <dl className={styles.cells}>
              {problem.cells.map(({ from, to }) => <div key={from} data-fault={problem.column === from || undefined}><dt>{from}</dt><dd>{to || <span className={styles.quiet}>{m.imports_cell_empty()}</span>}</dd></div>)}
            </dl>
          </details>
        )}
      </li>
    ))}
  </ol>
);
