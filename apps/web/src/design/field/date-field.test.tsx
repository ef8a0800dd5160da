import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { DesignProvider } from '../index.ts';
import { DateField } from './date-field.tsx';
import { MomentField } from './moment-field.tsx';

const told = vi.fn();
const left = vi.fn();
const sent = vi.fn();

/** A record: it hears the day at once, an address a while later. */
function Host({ start = '', late = 0 }: { readonly start?: string; readonly late?: number }) {
  const [day, setDay] = useState(start);
  const change = (date: string, typed: string) => {
    told(date, typed);
    if (late === 0) setDay(date);
    else setTimeout(() => setDay(date), late);
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); sent(day); }}>
      <DateField label="Until" value={day} onChange={change} onBlur={() => left(day)} onKeyDown={({ key }) => key === 'Enter' && left(day)} />
      <button type="submit">Save</button>
      <button type="button" onClick={() => setDay(start)}>Back</button>
    </form>
  );
}

const open = (ui: ReactNode) => {
  for (const heard of [told, left, sent]) heard.mockClear();
  render(<DesignProvider still>{ui}</DesignProvider>);
  return screen.getByLabelText<HTMLInputElement>('Until');
};

it('tells no day for what begins with one, and neither Enter nor leaving takes it further', async () => {
  const field = open(<Host start="2026-12-24" />);
  await userEvent.clear(field);
  await userEvent.type(field, '24/12/198');
  expect(told.mock.lastCall).toEqual(['', '24/12/198']);
  await userEvent.keyboard('{Enter}');
  await userEvent.tab();
  expect([left.mock.calls, sent.mock.calls]).toEqual([[], []]);
  expect(field).toHaveProperty('value', '24/12/198');
  expect(field.getAttribute('aria-invalid')).toBe('true');

  await userEvent.type(field, '7{Enter}');
  expect([left.mock.calls, sent.mock.calls]).toEqual([[['1987-12-24']], [['1987-12-24']]]);
});

it('takes what its parent goes back to, and the complaint with it', async () => {
  const field = open(<Host start="2026-12-24" />);
  await userEvent.type(field, '{Backspace}');
  await userEvent.tab();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await userEvent.click(screen.getByText('Back'));
  expect(field).toHaveProperty('value', '24/12/2026');
  expect(field.getAttribute('aria-invalid')).not.toBe('true');
});

it('is not written over by what was told a few keys ago', async () => {
  const field = open(<Host late={40} />);
  await userEvent.type(field, '24/12/2026', { delay: 15 });
  await act(() => new Promise((resolve) => { setTimeout(resolve, 80); }));
  expect(field).toHaveProperty('value', '24/12/2026');
});

it('keeps the time of a moment whose day is written anew', async () => {
  let moment = '2026-12-24T16:30';
  function Moment() {
    const [value, setValue] = useState(moment);
    return <MomentField label="Until" value={value} onChange={(next) => { moment = next; setValue(next); }} />;
  }
  const field = open(<Moment />);
  await userEvent.type(field, '{Backspace}{Backspace}{Backspace}');
  expect(moment).toBe('');
  await userEvent.type(field, '027');
  expect(moment).toBe('2027-12-24T16:30');
  await userEvent.clear(field);
  await userEvent.type(field, '1/2/2027');
  expect(moment).toBe('2027-02-01T09:00');
});
