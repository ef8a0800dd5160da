import { m } from '#words';
import { ActionIcon, Popover, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { TextField } from './fields.tsx';
import { dateAsTyped, typedDate } from './typed-date.ts';

// A calendar is 40 KB: it comes when somebody opens one.
const Calendar = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }));

export interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'rightSection' | 'defaultValue'> {
  /** 2026-12-24, or empty. */
  readonly value: string;
  /** `typed`: as it stands there, where that is no day. */
  readonly onChange: (date: string, typed: string) => void;
  /** A day was chosen in the calendar, after `onChange`: nothing more will be typed. */
  readonly onPick?: (date: string) => void;
}

const dayOf = (text: string): string | undefined => (text.trim() === '' ? '' : typedDate(text, new Date().getFullYear()));

/** A day, typed as people write it or picked in a calendar (Alt ↓), in the language of the interface whatever the browser's. */
export function DateField({ value, onChange, onPick, error, onBlur, onKeyDown, ...rest }: DateFieldProps) {
  const [text, setText] = useState(dateAsTyped(value));
  const [wrong, setWrong] = useState(false);
  const [opened, setOpened] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // What was told and has not come back: a filter that the address holds answers a key or two later.
  const told = useRef([value]);
  useEffect(() => {
    const at = told.current.lastIndexOf(value);
    told.current = at === -1 ? [value] : told.current.slice(at);
    if (at !== -1) return;
    setText(dateAsTyped(value));
    setWrong(false);
  }, [value]);
  const tell = (date: string, typed: string) => {
    if (told.current.at(-1) !== date) told.current.push(date);
    onChange(date, typed);
  };
  const type = (typed: string) => {
    setText(typed);
    setWrong(false);
    // What is no day is none: never the beginning of it that was one.
    tell(dayOf(typed) ?? '', typed);
  };
  /** Whether one may leave: what is no day stays here, to be mended. */
  const leave = (): boolean => {
    const date = dayOf(text);
    setWrong(date === undefined);
    if (date !== undefined) setText(dateAsTyped(date));
    return date !== undefined;
  };
  const pick = (date: string) => {
    setText(dateAsTyped(date));
    setWrong(false);
    tell(date, dateAsTyped(date));
    onPick?.(date);
    close();
  };
  const close = () => {
    setOpened(false);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Whoever sends the form from here leaves the field.
    if (event.key === 'Enter' && !leave()) return event.preventDefault();
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      setOpened(true);
    }
    return onKeyDown?.(event);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withRoles={false} closeOnEscape={false} shadow="none" withinPortal>
      <Popover.Target>
        <TextField
          ref={input} inputMode="numeric" autoComplete="off" placeholder={m.design_date_form()} {...rest} data-unread={dayOf(text) === undefined || undefined} value={text} error={error ?? (wrong ? m.design_date_wrong() : undefined)}
          onChange={(event) => type(event.currentTarget.value)} onKeyDown={press}
          onBlur={(event) => {
            // The focus went into the calendar: nobody left.
            if (!opened && leave()) onBlur?.(event);
          }}
          rightSection={(
            <ActionIcon size={24} tabIndex={-1} disabled={rest.disabled} aria-label={m.design_open_calendar()} aria-haspopup="dialog" aria-expanded={opened} onMouseDown={(event) => event.preventDefault()} onClick={() => setOpened(!opened)}>
              <IconCalendar size={14} stroke={1.6} />
            </ActionIcon>
          )}
        />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog" aria-label={m.design_calendar()} data-mantine-stop-propagation
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          close();
        }}
      >
        <Suspense fallback={<div style={{ width: 216, height: 240 }} />}>{opened && <Calendar value={value} onPick={pick} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
