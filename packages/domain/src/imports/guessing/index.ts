export { detectSeparator } from './detect-separator.ts';
export { type DetectedWriting, detectWriting, type UsualWriting } from './detect-numbers.ts';
export type { Sample } from './fits.ts';
export { type ColumnGuess, guessColumns } from './guess-columns.ts';
export { guessRoom } from './guess-room.ts';
export { guessValues, mostWords } from './guess-values.ts';
