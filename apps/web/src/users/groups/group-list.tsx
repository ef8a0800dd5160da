import { refusalText, type Refused } from '#api-client';
import { NumberText, showToast, TextField } from '#design';
import { m, useLanguage } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import styles from '../users.module.css';

interface Group {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly version: number;
}

type Answer = Promise<Refused | null | undefined>;

interface GroupListProps {
  readonly title: string;
  readonly explained: string;
  readonly adding: string;
  readonly groups: readonly Group[];
  readonly mayWrite: boolean;
  readonly create: (name: string) => Answer;
  readonly rename: (group: Group, name: string) => Answer;
  readonly remove: (group: Group) => Answer;
}

export function GroupList({ title, explained, adding, groups, mayWrite, create, rename, remove }: GroupListProps) {
  const language = useLanguage();
  const [editing, setEditing] = useState<string>();
  const tell = (refusal: Refused | null | undefined) => refusal && refusalText(refusal, language);
  const discard = async (group: Group) => {
    const problem = tell(await remove(group));
    if (problem) return showToast(problem, { tone: 'bad' });
    return showToast(m.users_group_removed({ name: group.name }), { undo: () => void create(group.name) });
  };
  return (
    <section className={styles.groups}>
      <h2>{title}</h2>
      <p className={styles.quiet}>{explained}</p>
      <ul>
        {groups.map((group) => (
          <li key={group.id}>
            {editing === group.id
              ? <NameForm label={m.users_rename({ name: group.name })} start={group.name} onDone={() => setEditing(undefined)} save={async (name) => tell(await rename(group, name))} />
              : (
                <>
                  <span className={styles.grow}>{group.name}</span>
                  <span className={styles.quiet}><NumberText value={group.members} /> {m.users_people_count({ count: group.members })}</span>
                  {mayWrite && <ActionIcon aria-label={m.users_rename({ name: group.name })} onClick={() => setEditing(group.id)}><IconPencil size={14} stroke={1.6} /></ActionIcon>}
                  {mayWrite && <ActionIcon aria-label={m.users_remove({ name: group.name })} onClick={() => void discard(group)}><IconTrash size={14} stroke={1.6} /></ActionIcon>}
                </>
              )}
          </li>
        ))}
        {mayWrite && (
          <li>
            {editing === 'new'
              ? <NameForm label={adding} start="" onDone={() => setEditing(undefined)} save={async (name) => tell(await create(name))} />
              : <Button variant="subtle" color="gray" leftSection={<IconPlus size={14} />} onClick={() => setEditing('new')}>{adding}</Button>}
          </li>
        )}
      </ul>
    </section>
  );
}

interface NameFormProps {
  readonly label: string;
  readonly start: string;
  readonly save: (name: string) => Promise<string | null | undefined>;
  readonly onDone: () => void;
}

function NameForm({ label, start, save, onDone }: NameFormProps) {
  const [name, setName] = useState(start);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = await save(name).catch(() => m.users_failed());
    if (wrong) setProblem(wrong);
    else onDone();
  };
  return (
    <form className={styles.nameForm} onSubmit={(event) => void submit(event)} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <TextField size="xs" aria-label={label} value={name} error={problem} autoFocus onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit">{m.users_save()}</Button>
      <Button variant="default" onClick={onDone}>{m.rules_cancel()}</Button>
    </form>
  );
}
