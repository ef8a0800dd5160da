import { KeyHint } from '#design';
import { m } from '#words';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Highlighted } from './highlighted.tsx';
import type { PaletteItem } from './palette-items.ts';
import styles from './palette.module.css';

interface PaletteBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly finds: readonly PaletteItem[];
  readonly commands: readonly PaletteItem[];
  readonly onChoose: (item: PaletteItem) => void;
  /** Said when there is nothing to choose. */
  readonly note: string;
  /** The finds are of an earlier question: what is typed now is still searched. */
  readonly busy: boolean;
}

/** A field with a list under it: the focus stays in the field, the arrows move the choice. */
export function PaletteBox({ text, onText, finds, commands, onChoose, note, busy }: PaletteBoxProps) {
  const id = useId();
  /** The one that was gone to; the first when there is none, or it is not found any more. */
  const [at, setAt] = useState<string>();
  const [waits, setWaits] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const items = [...finds, ...commands];
  const current = Math.min(Math.max(0, items.findIndex((item) => item.id === at)), items.length - 1);
  const chosen = items[current];
  const isFind = current < finds.length;
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const goTo = (item: string | undefined) => {
    setAt(item);
    setWaits(false);
  };
  // Enter came before the answer: what it brings is taken, or nothing.
  useEffect(() => {
    if (!waits || busy) return;
    setWaits(false);
    if (chosen && isFind) onChoose(chosen);
  }, [waits, busy, chosen, isFind, onChoose]);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length > 0) goTo(items[(current + step + items.length) % items.length]?.id);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && busy && isFind) setWaits(true);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen) onChoose(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles.field} aria-busy={busy}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <input
          className={styles.input} value={text} placeholder={m.shell_search()} aria-label={m.shell_search()} data-autofocus
          role="combobox" aria-expanded={items.length > 0} aria-controls={id} aria-autocomplete="list" autoComplete="off" spellCheck={false}
          aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined} onKeyDown={press}
          onChange={(event) => {
            goTo(undefined);
            onText(event.currentTarget.value);
          }}
        />
        <KeyHint keys="escape" />
      </div>
      <div ref={list} id={id} role="listbox" aria-label={m.shell_palette()} className={styles.list}>
        {items.map((item, index) => (
          <div key={item.id} role="presentation">
            {item.section !== items[index - 1]?.section && <div className={styles.section} role="presentation">{item.section}</div>}
            <PaletteOption id={`${id}-${index}`} question={text} item={item} selected={index === current} onChoose={onChoose} onHover={() => setAt(item.id)} />
          </div>
        ))}
      </div>
      <p role="status" className={items.length === 0 ? styles.note : 'visually-hidden'}>{items.length === 0 ? note : ''}</p>
    </>
  );
}

interface PaletteOptionProps {
  readonly id: string;
  readonly question: string;
  readonly item: PaletteItem;
  readonly selected: boolean;
  readonly onChoose: (item: PaletteItem) => void;
  readonly onHover: () => void;
}

const PaletteOption = ({ id, question, item, selected, onChoose, onHover }: PaletteOptionProps) => (
  <div id={id} role="option" aria-selected={selected} className={styles.option} onClick={() => onChoose(item)} onMouseMove={onHover}>
    <span className={styles.label}><Highlighted text={item.label} question={question} /></span>
    {item.detail && <span className={styles.detail}><Highlighted text={item.detail} question={question} /></span>}
    {item.keys && <KeyHint keys={item.keys} />}
  </div>
);
