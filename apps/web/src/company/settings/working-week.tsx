import { dateFormat, TextField } from '#design';
import { m, useLanguage } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { weekdayNames, type WeekdayName } from '@orbita/domain/calendar';
import { IconPlus, IconX } from '@tabler/icons-react';
import styles from '../company.module.css';

type Interval = readonly [from: string, to: string];
export type Hours = Readonly<Partial<Record<string, readonly Interval[]>>>;

interface WorkingWeekProps {
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
  readonly fault: { readonly field: string; readonly text: string } | undefined;
}

/** When the company works, day by day; several intervals a day. A day without one is free. */
export function WorkingWeek({ hours, onChange, fault }: WorkingWeekProps) {
  const language = useLanguage();
  const set = (day: WeekdayName, intervals: readonly Interval[]) => {
    const { [day]: _, ...rest } = hours;
    onChange(intervals.length > 0 ? { ...rest, [day]: intervals } : rest);
  };
  return (
    <ul className={styles.week}>
      {weekdayNames.map((day, index) => {
        const name = dateFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 5, 1 + index));
        const intervals = hours[day] ?? [];
        return (
          <li key={day}>
            <span className={styles.day}>{name}</span>
            <span className={styles.intervals}>
              {intervals.length === 0 && <span className={styles.quiet}>{m.company_free()}</span>}
              {intervals.map(([from, to], at) => (
                <span key={at} className={styles.interval}>
                  <TextField size="xs" w={64} inputMode="numeric" placeholder="09:00" maxLength={5} aria-label={m.company_from({ day: name })} value={from} onChange={(event) => set(day, intervals.with(at, [event.currentTarget.value, to]))} />
                  –
                  <TextField size="xs" w={64} inputMode="numeric" placeholder="18:00" maxLength={5} aria-label={m.company_to({ day: name })} value={to} onChange={(event) => set(day, intervals.with(at, [from, event.currentTarget.value]))} />
                  <ActionIcon size={24} aria-label={m.company_remove_interval({ day: name })} onClick={() => set(day, intervals.toSpliced(at, 1))}><IconX size={13} /></ActionIcon>
                </span>
              ))}
              <ActionIcon size={24} aria-label={m.company_add_interval({ day: name })} onClick={() => set(day, [...intervals, intervals.length === 0 ? ['09:00', '14:00'] : ['16:00', '19:00']])}><IconPlus size={13} /></ActionIcon>
              {index === 0 && intervals.length > 0 && <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange({ ...hours, ...Object.fromEntries(weekdayNames.slice(0, 5).map((each) => [each, intervals])) })}>{m.company_copy_week()}</Button>}
            </span>
            {fault?.field.startsWith(`workingHours.${day}`) && <span role="alert" className={styles.bad}>{fault.text}</span>}
          </li>
        );
      })}
    </ul>
  );
}
