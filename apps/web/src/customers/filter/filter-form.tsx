import { useMe } from '#access';
import { DecimalField, Fields, ManySelectField, NumberField, SelectField, TextField, useFormatting } from '#design';
import { catalogue, isOffered } from '#rules';
import { m } from '#words';
import { Button } from '@mantine/core';
import { mayReadMarked } from '@orbita/domain/access';
import { type FactDefinition, isPresent } from '@orbita/domain/facts';
import { minorDigits } from '@orbita/domain/money';
import type { Leaf } from '@orbita/domain/rules';
import { type FormEvent, useMemo, useState } from 'react';
import { leafOf, type Question, questionsOf } from './questions.ts';
import type { People } from '#activities';
import styles from './filter.module.css';

interface FilterFormProps {
  readonly people: People;
  readonly onDone: (leaf: Leaf) => void;
}

// Inside the popover: a list that opens elsewhere would count as a click outside and close it.
const inside = { comboboxProps: { withinPortal: false } };

/** Which fact, which question, which answer: in three fields, by keyboard. */
export function FilterForm({ people, onDone }: FilterFormProps) {
  const { language, currency } = useFormatting();
  const facts = useAskable();
  const [key, setKey] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [number, setNumber] = useState<number | undefined>();
  const [text, setText] = useState('');
  const [choices, setChoices] = useState<string[]>([]);
  const fact = facts.find((each) => each.key === key);
  const options = fact ? optionsOf(fact, people, language) : undefined;
  const questions = fact ? questionsOf(fact.type, options !== undefined) : [];
  const question = questions.find(({ id }) => id === asked) ?? questions[0];
  const digits = fact?.unit === 'money' ? minorDigits(currency) : fact?.decimals ?? 0;
  const minor = number === undefined || question?.need === 'days' ? number : Math.round(number * 10 ** digits);
  const leaf = fact && question && leafOf(fact.key, question, { ...(minor === undefined ? {} : { number: minor }), text, choices });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (leaf) onDone(leaf);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Fields>
        <SelectField
          label={m.customers_filter_fact()} searchable selectFirstOptionOnChange data-autofocus {...inside} value={key}
          data={facts.map((each) => ({ value: each.key, label: each.label[language] }))}
          onChange={(next) => { setKey(next); setAsked(null); setChoices([]); setText(''); }}
        />
        {fact && question && questions.length > 1 && (
          <SelectField
            label={m.customers_filter_question()} {...inside} value={question.id} onChange={setAsked}
            data={questions.map(({ id, label }) => ({ value: id, label: label() }))}
          />
        )}
        {question && fact && (
          <AnswerField {...{ question, fact, options: options ?? [], number, setNumber, text, setText, choices, setChoices }} />
        )}
        <Button type="submit" disabled={!leaf} style={{ justifySelf: 'end' }}>{m.customers_filter_add()}</Button>
      </Fields>
    </form>
  );
}

interface AnswerFieldProps {
  readonly question: Question;
  readonly fact: FactDefinition;
  readonly options: readonly { value: string; label: string }[];
  readonly number: number | undefined;
  readonly setNumber: (value: number | undefined) => void;
  readonly text: string;
  readonly setText: (value: string) => void;
  readonly choices: string[];
  readonly setChoices: (value: string[]) => void;
}

function AnswerField({ question, fact, options, number, setNumber, text, setText, choices, setChoices }: AnswerFieldProps) {
  const { currency } = useFormatting();
  const label = m.customers_filter_value();
  switch (question.need) {
    case 'nothing': return null;
    case 'text': return <TextField label={label} value={text} onChange={(event) => setText(event.currentTarget.value)} />;
    case 'choices': return <ManySelectField label={label} searchable selectFirstOptionOnChange {...inside} data={options} value={choices} onChange={setChoices} />;
    case 'choice': return <SelectField label={label} searchable {...inside} data={[...options]} value={choices[0] ?? null} onChange={(value) => setChoices(value === null ? [] : [value])} />;
    case 'days': case 'number': return question.need === 'number' && (fact.unit === 'money' || fact.decimals) ? (
      <DecimalField label={label} value={number === undefined ? '' : String(number)} {...(fact.unit === 'money' ? { unit: currency } : {})} onChange={(value) => setNumber(value === '' ? undefined : Number(value))} />
    ) : (
      <NumberField
        label={label} value={number ?? ''} allowDecimal={false} onChange={(value) => setNumber(typeof value === 'number' ? value : undefined)}
        suffix={question.need === 'days' || fact.unit === 'days' ? ` ${m.customers_days()}` : fact.unit === 'percent' ? ' %' : ''}
      />
    );
    default: return question.need satisfies never;
  }
}

const named = ['user', 'team', 'partner'];

/** What this viewer may ask about, by name; ids of things that nobody can pick from a short list are left to the full editor. */
function useAskable(): readonly FactDefinition[] {
  const { role } = useMe();
  const { language } = useFormatting();
  return useMemo(() => [...catalogue.facts.values()]
    .filter((fact) => isPresent(fact) && isOffered(fact.key))
    .filter(({ displayOnly, mark, references }) => !displayOnly && mayReadMarked(role, mark) && (references === undefined || named.includes(references)))
    .toSorted((a, b) => a.label[language].localeCompare(b.label[language], language)), [role, language]);
}

function optionsOf({ type, values, valueLabels, references }: FactDefinition, people: People, language: 'en' | 'es') {
  if (values) return values.map((value) => ({ value, label: valueLabels?.[value]?.[language] ?? value }));
  if (type !== 'id') return undefined;
  const of = references === 'team' ? people.teams : references === 'partner' ? people.partners : people.users;
  return of.map(({ id, name }) => ({ value: id, label: name }));
}
