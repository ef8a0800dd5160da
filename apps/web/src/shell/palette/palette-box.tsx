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
  readonly items: readonly PaletteItem[];
  readonly onChoose: (item: PaletteItem) => void;
  /** Said when there is nothing to choose. */
  readonly note: string;
  readonly busy: boolean;
}

/** A field with a list under it: the focus stays in the field, the arrows move the choice. */
export function PaletteBox({ text, onText, items, onChoose, note, busy }: PaletteBoxProps) {
  const id = useId();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(at, items.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items[current];
    if (step && items.length > 0) setAt((current + step + items.length) % items.length);
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
            setAt(0);
            onText(event.currentTarget.value);
          }}
        />
        <KeyHint keys="escape" />
      </div>
      <div ref={list} id={id} role="listbox" aria-label={m.shell_palette()} className={styles.list}>
        {items.map((item, index) => (
          <div key={item.id} role="presentation">
            {item.section !== items[index - 1]?.section && <div className={styles.section} role="presentation">{item.section}</div>}
            <PaletteOption id={`${id}-${index}`} question={text} item={item} selected={index === current} onChoose={onChoose} onHover={() => setAt(index)} />
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
