import { m } from '#words';
import { useEffect, useRef, useState } from 'react';
import { DateField, type DateFieldProps } from './date-field.tsx';
import { TextField } from './fields.tsx';
import styles from './form-layout.module.css';

interface MomentFieldProps {
  readonly label: string;
  /** 2026-12-24T09:00, or empty. */
  readonly value: string;
  readonly onChange: (moment: string) => void;
  readonly error?: string | undefined;
  readonly size?: DateFieldProps['size'];
}

const beginning = '09:00';
const isTime = (text: string): boolean => /^([01]?\d|2[0-3]):[0-5]\d$/.test(text);
const timeIn = (text: string): string => text.trim().replace('.', ':');

/** A day and the time of it, 24 hours as in both languages; a day without a time begins at nine. */
export function MomentField({ label, value, onChange, error, size }: MomentFieldProps) {
  const [date = '', time = ''] = value.split('T');
  const shape = size ? { size } : {};
  // As it is typed; a time is told as soon as it is one, since a key may save before the field is left.
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    if (date === '') setTyped(undefined);
  }, [date]);
  // Half a day is none, but its time comes back with it.
  const kept = useRef('');
  const change = (day: string, said: string) => {
    const clock = time || kept.current || beginning;
    kept.current = day === '' && said !== '' ? clock : '';
    onChange(day ? `${day}T${clock}` : '');
  };
  return (
    <div className={styles.moment}>
      <DateField {...shape} label={label} value={date} error={error} onChange={change} />
      <TextField
        {...shape} aria-label={m.design_time_of({ label })} placeholder="09:00" inputMode="numeric" maxLength={5} disabled={date === ''} value={typed ?? time}
        data-unread={(typed !== undefined && !isTime(timeIn(typed))) || undefined}
        onChange={({ currentTarget: { value: text } }) => {
          setTyped(text);
          const said = timeIn(text);
          if (isTime(said)) onChange(`${date}T${said.padStart(5, '0')}`);
        }}
        onBlur={() => setTyped(undefined)}
      />
    </div>
  );
}
