import type { Word } from './draft.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const alike = (text: string): string => text.trim().toLowerCase();

/** The choice that a word comes to, by its value or by what it is called; undefined where it is neither. */
export const choiceOf = ({ to }: Word, choices: readonly Choice[]): Choice | undefined =>
  choices.find(({ value, label }) => to !== '' && (alike(value) === alike(to) || alike(label) === alike(to)));

/** Words that would come to nothing, or be refused: the reader should see them. */
export const unclearWords = (words: readonly Word[], choices: readonly Choice[]): readonly Word[] => words.filter((word) => choiceOf(word, choices) === undefined);
