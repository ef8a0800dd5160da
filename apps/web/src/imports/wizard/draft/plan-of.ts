import type { ImportPlanInput } from '#operations';
import type { Draft } from './draft.ts';

/** The plan that a draft comes to: what goes nowhere is not named, nor a word that means itself, nor a constant that a column says. */
export function planOf({ room, system, format, columns, joined, constants, onExisting, onLikely, onUnknownOwner }: Draft): ImportPlanInput {
  const going = columns.flatMap(({ name, target, words }) => (target === null ? [] : [{ name, target, words: words.filter(({ from, to }) => from !== to).map(({ from, to }) => ({ from, to })) }]));
  return {
    room, system, format, onExisting, onLikely, onUnknownOwner, columns: going, joined: joined.filter((target) => going.filter((column) => column.target === target).length > 1),
    constants: Object.entries(constants).filter(([target, text]) => text !== '' && !going.some((column) => column.target === target)).map(([target, text]) => ({ target, text })),
  };
}
