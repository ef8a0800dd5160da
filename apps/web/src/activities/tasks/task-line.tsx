import { Chip, DateText, formatDate, Monogram, useFormatting, useNow } from '#design';
import { m } from '#words';
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { toIso } from '@orbita/domain/calendar';
import { IconCalendarTime, IconUserShare } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { laterChoices } from './later.ts';
import styles from './tasks.module.css';
import { type Task, useTaskActs } from './use-task-acts.ts';

interface TaskLineProps {
  readonly task: Task;
  /** Shown where the list is not about one customer. */
  readonly customer?: { readonly id: string; readonly name: string } | undefined;
  readonly people?: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly onNeedPeople?: (() => void) | undefined;
  readonly onChanged?: (() => void) | undefined;
}

/** One task: tick it, put it off, hand it on. */
export function TaskLine({ task, customer, people = [], onNeedPeople, onChanged }: TaskLineProps) {
  const acts = useTaskActs(onChanged);
  const { timeZone } = useFormatting();
  const done = task.doneAt !== null;
  return (
    <li className={styles.line} data-done={done || undefined}>
      <label className={styles.tick}>
        <input
          type="checkbox" checked={done} onChange={() => void (done ? acts.reopen(task) : acts.complete(task))}
          aria-label={done ? m.activities_reopen({ subject: task.subject }) : m.activities_complete({ subject: task.subject })}
        />
      </label>
      <div className={styles.what}>
        <span className={styles.subject}>{task.subject}</span>
        <span className={styles.about}>
          {customer && <Link to="/customers/$id" params={{ id: customer.id }}>{customer.name}</Link>}
          <Due task={task} />
          {task.assignee && <span className={styles.who}><Monogram name={task.assignee.name} size={16} />{task.assignee.name}</span>}
        </span>
      </div>
      {!done && (
        <span className={styles.acts}>
          <TaskMenu label={m.activities_later()} icon={<IconCalendarTime size={15} stroke={1.6} />}>
            {laterChoices(Date.now(), timeZone).map(({ label, at }) => (
              <Menu.Item key={label} onClick={() => void acts.change(task, { dueAt: toIso(at) }, { dueAt: task.dueAt })}>{label}</Menu.Item>
            ))}
          </TaskMenu>
          {onNeedPeople && (
            <TaskMenu label={m.activities_reassign()} icon={<IconUserShare size={15} stroke={1.6} />} onOpen={onNeedPeople}>
              {people.map(({ id, name }) => (
                <Menu.Item key={id} onClick={() => void acts.change(task, { assigneeId: id }, { assigneeId: task.assignee?.id })}>{name}</Menu.Item>
              ))}
            </TaskMenu>
          )}
        </span>
      )}
    </li>
  );
}

interface TaskMenuProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly onOpen?: () => void;
}

const TaskMenu = ({ label, icon, children, onOpen }: TaskMenuProps) => (
  <Menu position="bottom-end" {...(onOpen ? { onOpen } : {})}>
    <Menu.Target><ActionIcon aria-label={label} title={label}>{icon}</ActionIcon></Menu.Target>
    <Menu.Dropdown mah={280} style={{ overflowY: 'auto' }}>{children}</Menu.Dropdown>
  </Menu>
);

function Due({ task: { dueAt, doneAt } }: { readonly task: Task }) {
  const { language, timeZone } = useFormatting();
  const now = useNow();
  if (doneAt) return <span>{m.activities_done()} <DateText value={doneAt} /></span>;
  if (!dueAt) return null;
  const late = Date.parse(dueAt) < now;
  const text = <DateText value={dueAt} style="moment" />;
  return late ? <Tooltip label={formatDate(language, dueAt, 'long', timeZone)}><span><Chip tone="bad">{text}</Chip></span></Tooltip> : text;
}
