import type { ReactNode } from 'react';
import { TaskLine } from './task-line.tsx';
import styles from './tasks.module.css';
import type { Task } from './use-task-acts.ts';

interface TaskListProps {
  readonly tasks: readonly (Task & { readonly customer?: { readonly id: string; readonly name: string } | null })[];
  readonly label: string;
  readonly people?: readonly { readonly id: string; readonly name: string }[];
  readonly onNeedPeople?: () => void;
  readonly onChanged?: () => void;
  /** Instead of tasks when there are none. */
  readonly empty?: ReactNode;
}

export const TaskList = ({ tasks, label, empty, ...rest }: TaskListProps) => (tasks.length === 0 ? <>{empty}</> : (
  <ul className={styles.list} aria-label={label}>
    {tasks.map((task) => <TaskLine key={task.id} task={task} customer={task.customer ?? undefined} {...rest} />)}
  </ul>
));
