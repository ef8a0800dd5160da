import { act, render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { formatDate, formatMoney, formatSpan, FormattingProvider, Money, numberFormat, RelativeTime } from './index.ts';

const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it('groups thousands in Spanish too, so that columns line up', () => {
  expect(numberFormat('es').format(4500)).toBe('4.500');
  expect(numberFormat('en').format(4500)).toBe('4,500');
  expect(numberFormat('es')).toBe(numberFormat('es'));
});

it('reads money exactly, beyond what a float can hold', () => {
  expect(spaced(formatMoney('es', '9007199254740993.15', 'EUR'))).toBe('9.007.199.254.740.993,15 €');
  expect(formatMoney('en', '1284300.20', 'EUR', { compact: true })).toBe('€1.3m');
  expect(formatMoney('en', '1500', 'JPY')).toBe('JP¥1,500');
});

it('shows an instant in the company zone and a calendar date as it is', () => {
  expect(formatDate('en', '2026-11-22T23:30:00Z', 'day', 'Europe/Madrid')).toBe('23 Nov 2026');
  expect(formatDate('es', '2026-11-22', 'day', 'America/Lima')).toBe('22 nov 2026');
});

it('tells how long ago in the largest unit that is full', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  expect(formatSpan('en', '2026-11-22T11:59:30Z', now)).toBe('now');
  expect(formatSpan('en', '2026-11-22T09:00:00Z', now)).toBe('3 hours ago');
  expect(formatSpan('es', '2026-11-19T11:00:00Z', now)).toBe('hace 3 días');
  expect(formatSpan('es', '2026-11-23T13:00:00Z', now)).toBe('mañana');
});

it('takes the company currency where none is given', () => {
  const { container } = render(<FormattingProvider timeZone="Europe/Madrid" currency="USD"><Money amount="12.5" /></FormattingProvider>);
  expect(container.textContent).toBe('US$12.50');
});

it('tells how long ago something was also when no age has been on the screen for long', () => {
  vi.useFakeTimers({ now: Date.now() });
  const age = (minutes: number) => render(<FormattingProvider timeZone="Europe/Madrid" currency="EUR"><RelativeTime value={new Date(Date.now() - minutes * 60_000).toISOString()} /></FormattingProvider>);
  age(3).unmount();
  vi.advanceTimersByTime(30 * 60_000);
  const { container } = age(5);
  expect(container.textContent).toBe('5 minutes ago');
  act(() => void vi.advanceTimersByTime(2 * 60_000));
  expect(container.textContent).toBe('7 minutes ago');
  vi.useRealTimers();
});
