import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPageWindow, type PageListener } from './page-window.ts';

const open = new Map<number, PageListener<number>>();
const watch = (offset: number, listener: PageListener<number>) => {
  open.set(offset, listener);
  return { stop: () => void open.delete(offset), refresh: () => {} };
};
const answer = (offset: number) =>
  open.get(offset)?.next({ rows: Array.from({ length: 100 }, (_, index) => offset + index), total: 100_000 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  open.clear();
});

it('asks for the pages on the screen and gives their rows by place', () => {
  const pages = createPageWindow(watch);
  pages.need(90, 130);
  expect([...open.keys()]).toEqual([0, 100]);
  answer(100);
  expect(pages.state().total).toBe(100_000);
  expect(pages.state().pages.get(1)?.[30]).toBe(130);
});

it('passes over what a dragged scrollbar only passes', () => {
  const pages = createPageWindow(watch);
  pages.need(0, 40);
  for (let first = 5000; first < 60_000; first += 5000) pages.need(first, first + 40);
  vi.runAllTimers();
  expect([...open.keys()]).toEqual([55_000]);
});

it('drops far pages and says what is kept', () => {
  const kept: number[][] = [];
  const pages = createPageWindow(watch, (offsets) => kept.push([...offsets]));
  for (let page = 0; page < 10; page++) {
    pages.need(page * 100, page * 100 + 99);
    answer(page * 100);
  }
  expect(open.size).toBeLessThanOrEqual(7);
  expect(pages.state().pages.has(0)).toBe(false);
  expect(kept.at(-1)).not.toContain(0);
});

it('tells of an error and forgets it with the next answer', () => {
  const pages = createPageWindow(watch);
  pages.need(0, 10);
  open.get(0)?.error(new Error('down'));
  expect(pages.state().error).toBeInstanceOf(Error);
  answer(0);
  expect(pages.state().error).toBeUndefined();
});

it('tells of a later page that failed until that page is there, whatever others answer, and no more once it is far', () => {
  const pages = createPageWindow(watch);
  pages.need(90, 130);
  answer(0);
  open.get(100)?.error(new Error('down'));
  answer(0);
  expect(pages.state()).toMatchObject({ ready: true, error: new Error('down') });
  answer(100);
  expect(pages.state().error).toBeUndefined();
  open.get(100)?.error(new Error('down'));
  pages.need(900, 940);
  vi.runAllTimers();
  expect(pages.state().error).toBeUndefined();
});
