import { DesignProvider, FormattingProvider } from '#design';
import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ResponseClock } from './response-clock.tsx';

beforeEach(() => void vi.useFakeTimers({ now: Date.now() }));
afterEach(() => void vi.useRealTimers());

it('says by itself that the answer is late once its moment has passed', () => {
  const lead = { status: 'NEW', responseDueAt: new Date(Date.now() + 150_000).toISOString(), firstResponseAt: null, nurtureUntil: null, endedAt: null } as const;
  const { container } = render(<DesignProvider still><FormattingProvider timeZone="Europe/Madrid" currency="EUR"><ResponseClock lead={lead} /></FormattingProvider></DesignProvider>);
  const chip = () => [container.querySelector('[data-tone]')?.getAttribute('data-tone'), container.textContent];
  const [before, text] = chip();
  expect(before).toBe('warn');
  act(() => void vi.advanceTimersByTime(5 * 60_000));
  expect(chip()[0]).toBe('bad');
  expect(chip()[1]).not.toBe(text);
});
