import { Chip, SelectField } from '#design';
import type { ImportTarget } from '../draft/import-target.ts';
import { m } from '#words';
import type { Word } from '../draft/draft.ts';
import { choiceOf } from '../draft/words.ts';
import { choicesOf } from './choice-words.ts';
import styles from './columns.module.css';

interface WordsEditorProps {
  readonly column: string;
  readonly words: readonly Word[];
  readonly target: ImportTarget;
  readonly onChange: (words: readonly Word[]) => void;
}

const nothing = '-';

/** What each word of a column means where only some things may stand. */
export function WordsEditor({ column, words, target, onChange }: WordsEditorProps) {
  const choices = choicesOf(target);
  const data = [{ value: nothing, label: m.imports_word_empty() }, ...choices];
  return (
    <ul className={styles.words} aria-label={m.imports_words_of({ column })}>
      {words.map((word) => {
        const choice = choiceOf(word, choices);
        const unknown = choice === undefined && word.to !== '';
        return (
          <li key={word.from}>
            <span className={styles.word}>{word.from}</span>
            <SelectField
              size="xs" aria-label={m.imports_word_means({ word: word.from })} data={data} searchable={data.length > 8} value={choice?.value ?? (word.to === '' ? nothing : null)} placeholder={m.imports_word_choose()}
              onChange={(value) => value !== null && onChange(words.map((one) => (one.from === word.from ? { from: one.from, to: value === nothing ? '' : value } : one)))}
            />
            {unknown && <Chip tone="warn">{m.imports_word_unknown()}</Chip>}
          </li>
        );
      })}
    </ul>
  );
}
