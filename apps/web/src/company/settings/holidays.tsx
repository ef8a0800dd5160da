import { DateField, DateText } from '#design';
import { m } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import styles from '../company.module.css';

interface HolidaysProps {
  readonly holidays: readonly string[];
  readonly onChange: (holidays: readonly string[]) => void;
  readonly error: string | undefined;
}

/** Days on which nobody works, in their order. */
export function Holidays({ holidays, onChange, error }: HolidaysProps) {
  const [date, setDate] = useState('');
  const add = () => {
    if (date === '') return;
    onChange([...new Set([...holidays, date])].toSorted());
    setDate('');
  };
  return (
    <div className={styles.holidays}>
      {holidays.length === 0 && <p className={styles.quiet}>{m.company_no_holidays()}</p>}
      <ul>
        {holidays.map((holiday) => (
          <li key={holiday}>
            <DateText value={holiday} style="long" />
            <ActionIcon size={24} aria-label={m.company_remove_holiday({ date: holiday })} onClick={() => onChange(holidays.filter((each) => each !== holiday))}><IconX size={13} /></ActionIcon>
          </li>
        ))}
      </ul>
      <div className={styles.adding}>
        <DateField
          size="xs" w={130} aria-label={m.company_new_holiday()} value={date} error={error} onChange={setDate}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" leftSection={<IconPlus size={13} />} onClick={add} disabled={date === ''}>{m.company_add_holiday()}</Button>
      </div>
    </div>
  );
}
