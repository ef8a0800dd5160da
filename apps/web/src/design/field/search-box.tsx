import { m } from '#words';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import styles from './search-box.module.css';

const pause = 180;

interface SearchBoxProps {
  /** What one looks for: "Search customers…". */
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/** Narrows the list while one types; the address follows when the typing rests. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    // The address changed from elsewhere: back, a saved view, "clear".
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (text.trim() === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      onSearch(sent.current);
    }, pause);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  return (
    <label className={styles.search}>
      <IconSearch size={14} stroke={1.75} aria-hidden />
      <input
        type="search" value={text} placeholder={label} aria-label={label} data-list-search
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && (text ? setText('') : event.currentTarget.blur())}
      />
      {text && <button type="button" onClick={() => setText('')} aria-label={m.design_clear_search()}><IconX size={12} aria-hidden /></button>}
    </label>
  );
}
