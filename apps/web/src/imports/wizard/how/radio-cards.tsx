import styles from './how.module.css';

interface RadioCardsProps {
  readonly legend: string;
  readonly name: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a few, each with what it means. */
export const RadioCards = ({ legend, name, value, choices, onChange }: RadioCardsProps) => (
  <fieldset className={styles.cards}>
    <legend>{legend}</legend>
    {choices.map((choice) => (
      <label key={choice.value} className={styles.card} data-chosen={choice.value === value || undefined}>
        <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
        <span><b>{choice.label}</b>{choice.hint && <span className={styles.quiet}>{choice.hint}</span>}</span>
      </label>
    ))}
  </fieldset>
);
