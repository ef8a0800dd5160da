import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/es';
import { m, useLanguage } from '#words';
import { type CalendarLevel, DatePicker } from '@mantine/dates';
import { useEffect, useRef, useState } from 'react';

interface CalendarProps {
  readonly value: string;
  readonly onPick: (date: string) => void;
}

/** A month in the language of the interface, the week from Monday. */
export function Calendar({ value, onPick }: CalendarProps) {
  const language = useLanguage();
  const [shown, setShown] = useState(value || undefined);
  const [level, setLevel] = useState<CalendarLevel>('month');
  const month = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The calendar comes after the layer has taken the focus: it goes on to the day that is meant.
    const days = month.current;
    (days?.querySelector<HTMLElement>('[data-selected]') ?? days?.querySelector<HTMLElement>('[data-today]') ?? days?.querySelector('button'))?.focus();
  }, []);
  useEffect(() => {
    // Escape closes the calendar alone: a dialog below asks the pressed element whether it may close too.
    for (const button of month.current?.querySelectorAll('button') ?? []) button.setAttribute('data-mantine-stop-propagation', 'true');
  }, [shown, level]);
  return (
    <DatePicker
      ref={month} size="xs" locale={language === 'es' ? 'es' : 'en-gb'} firstDayOfWeek={1} weekendDays={[]} hideOutsideDates highlightToday value={value || null} date={shown} onDateChange={setShown}
      level={level} onLevelChange={setLevel} onChange={(date) => date && onPick(date)}
      ariaLabels={{
        previousMonth: m.design_month_previous(), nextMonth: m.design_month_next(), previousYear: m.design_year_previous(), nextYear: m.design_year_next(),
        previousDecade: m.design_decade_previous(), nextDecade: m.design_decade_next(),
      }}
    />
  );
}
