import { NumberField, SelectField } from '#design';
import { m, useLanguage } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type KpiBound, type StageBound, type StageMeasure, stageMeasures } from '@orbita/domain/lifecycle';
import styles from './edit.module.css';

interface BoundRowsProps {
  readonly bounds: readonly KpiBound[];
  readonly onChange: (bounds: readonly KpiBound[]) => void;
}

/** A bound says itself in words: what is measured, at least or at most, how much. */
function worded({ measure, compare, value, unit }: StageBound): KpiBound {
  const { label } = stageMeasures[measure];
  const sign = compare === 'ge' ? '≥' : '≤';
  const end = (language: 'en' | 'es') => (unit === 'percent' ? ' %' : unit === 'days' ? (language === 'es' ? ' días' : ' days') : unit === 'months' ? (language === 'es' ? ' meses' : ' months') : '');
  const text = (language: 'en' | 'es') => `${label[language]} ${sign} ${value}${end(language)}`;
  return { text: { en: text('en'), es: text('es') }, bound: { measure, compare, value, unit } };
}

const usual: StageBound = { measure: 'medianDays', compare: 'le', value: 30, unit: 'days' };

/** What the stage is held to; a bound that is words only stays as it is. */
export function BoundRows({ bounds, onChange }: BoundRowsProps) {
  const language = useLanguage();
  const put = (at: number, bound: StageBound) => onChange(bounds.map((each, index) => (index === at ? worded(bound) : each)));
  const measures = Object.entries(stageMeasures).map(([value, { label }]) => ({ value, label: label[language] }));
  return (
    <section>
      <h2 className={styles.heading}>{m.lifecycle_bounds()}</h2>
      <ul className={styles.bounds}>
        {bounds.map(({ text, bound }, at) => (
          <li key={at}>
            {bound ? (
              <>
                <SelectField
                  aria-label={m.lifecycle_measure({ number: at + 1 })} searchable value={bound.measure} data={measures}
                  onChange={(measure) => measure && put(at, { ...bound, measure: measure as StageMeasure, unit: stageMeasures[measure as StageMeasure].unit })}
                />
                <SelectField
                  aria-label={m.lifecycle_compare({ number: at + 1 })} value={bound.compare === 'ge' ? 'ge' : 'le'} data={[{ value: 'ge', label: '≥' }, { value: 'le', label: '≤' }]}
                  onChange={(compare) => compare && put(at, { ...bound, compare: compare as 'ge' | 'le' })}
                />
                <NumberField aria-label={m.lifecycle_bound_value({ number: at + 1 })} value={bound.value} min={0} onChange={(value) => typeof value === 'number' && put(at, { ...bound, value })} />
              </>
            ) : <span className={styles.words}>{text[language]}</span>}
            <ActionIcon size={24} aria-label={m.lifecycle_remove_bound({ number: at + 1 })} onClick={() => onChange(bounds.filter((_, index) => index !== at))}><IconX size={14} /></ActionIcon>
          </li>
        ))}
      </ul>
      <Button variant="subtle" color="gray" leftSection={<IconPlus size={14} />} onClick={() => onChange([...bounds, worded(usual)])}>{m.lifecycle_add_bound()}</Button>
    </section>
  );
}
