import { expect, it } from 'vitest';
import { keyLabels } from './key-labels.ts';
import { isPrefix, strokeOf } from './strokes.ts';

const stroke = (init: KeyboardEventInit) => strokeOf(new KeyboardEvent('keydown', init));

it('names a stroke the same on every keyboard', () => {
  expect(stroke({ key: 'K', ctrlKey: true })).toBe('mod+k');
  expect(stroke({ key: 'k', metaKey: true })).toBe('mod+k');
  expect(stroke({ key: '?', shiftKey: true })).toBe('?');
  expect(stroke({ key: 'X', shiftKey: true })).toBe('shift+x');
  expect(stroke({ key: 'ArrowRight', altKey: true })).toBe('alt+arrowright');
});

it('waits only for a sequence that begins with what was typed', () => {
  expect(isPrefix('g', 'g c')).toBe(true);
  expect(isPrefix('g', 'g')).toBe(false);
});

it('shows keys as they are printed', () => {
  expect(keyLabels('g c')).toEqual(['G', 'C']);
  expect(keyLabels('mod+enter')).toEqual(['Ctrl', '↵']);
});
