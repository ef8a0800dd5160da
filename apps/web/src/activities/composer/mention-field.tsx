import { Monogram } from '#design';
import { m } from '#words';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { askedName } from './draft.ts';
import styles from './composer.module.css';

type Person = { readonly id: string; readonly name: string };

interface MentionFieldProps {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly placeholder: string;
  readonly rows: number;
  readonly people: readonly Person[];
  readonly onNeedPeople: () => void;
  readonly onFocus: () => void;
  readonly onChange: (text: string) => void;
  readonly onMention: (person: Person) => void;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase();

/** A text in which @ offers the people of the company; the focus stays in the text, the arrows choose. */
export function MentionField({ box, value, placeholder, rows, people, onNeedPeople, onFocus, onChange, onMention }: MentionFieldProps) {
  const id = useId();
  const [asked, setAsked] = useState<string>();
  const [at, setAt] = useState(0);
  const offered = asked === undefined ? [] : people.filter(({ name }) => plain(name).includes(plain(asked))).slice(0, 6);
  const look = (text: string, caret: number) => {
    const name = askedName(text, caret);
    if (name !== undefined) onNeedPeople();
    setAsked(name);
    setAt(0);
  };
  const insert = (person: Person) => {
    const caret = box.current?.selectionStart ?? value.length;
    const start = value.slice(0, caret).lastIndexOf('@');
    onChange(`${value.slice(0, start)}@${person.name} ${value.slice(caret)}`);
    onMention(person);
    setAsked(undefined);
    box.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const chosen = offered[at];
    if (!chosen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + offered.length) % offered.length);
    else if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab') insert(chosen);
    else if (event.key === 'Escape') setAsked(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.writing}>
      <textarea
        ref={box} className={styles.text} value={value} rows={Math.max(rows, Math.min(12, value.split('\n').length))} placeholder={placeholder} aria-label={placeholder}
        aria-controls={offered.length > 0 ? id : undefined} aria-activedescendant={offered.length > 0 ? `${id}-${at}` : undefined}
        onFocus={onFocus} onKeyDown={press} onBlur={() => setTimeout(() => setAsked(undefined), 150)}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          look(event.currentTarget.value, event.currentTarget.selectionStart);
        }}
      />
      {offered.length > 0 && (
        <ul id={id} role="listbox" aria-label={m.activities_mention()} className={styles.offered}>
          {offered.map((person, index) => (
            <li key={person.id} id={`${id}-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => { event.preventDefault(); insert(person); }}>
              <Monogram name={person.name} size={20} />{person.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
