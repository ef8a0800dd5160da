import { type JobState, rowsRead } from '@orbita/database/imports';
import type { Words } from './words/english.ts';

/** What an import did, in a few lines: every row and every column of the file is accounted for. */
export function summary(name: string, state: JobState, words: Words): string[] {
  const { count } = words;
  const listed = (counts: Readonly<Record<string, number>>): string => Object.entries(counts).map(([reason, value]) => `${reason} ${count(value)}`).join(', ');
  const { created, updated, unchanged, skipped, refused } = state.rows;
  const rows = { created: count(created), updated: count(updated), unchanged: count(unchanged), skipped: count(skipped), refused: count(refused) };
  const made = Object.entries(state.things).filter(([, tally]) => tally.created > 0);
  return [
    words.rows(name, count(rowsRead(state)), rows),
    ...(made.length > 0 ? [words.made(made.map(([thing, tally]) => `${count(tally.created)} ${words.things[thing] ?? thing}`).join(', '))] : []),
    ...(Object.keys(state.kept).length > 0 ? [words.kept(listed(state.kept))] : []),
    ...(state.unowned ? [words.unowned(count(state.unowned))] : []),
    ...(skipped > 0 ? [words.leftOut(listed(state.skipped))] : []),
    ...(refused > 0 ? [words.refused(listed(state.refused))] : []),
    ...(state.unmapped.length > 0 ? [words.unmapped(state.unmapped.join(', '))] : []),
  ];
}
