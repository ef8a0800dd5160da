import { fieldNamed } from '@orbita/domain/rules';
import { catalogue } from '../tree/catalogue.ts';
import { choiceLabel } from './open-values.ts';

/** What a fact, or with its relation a field of related rows, is called, and one of its values, as the interface says it. */
export const factLabel = (key: string, language: 'en' | 'es'): string => fieldNamed(catalogue, key)?.label[language] ?? key;

export function valueLabel(key: string, value: string | null, language: 'en' | 'es'): string {
  const fact = catalogue.facts.get(key);
  if (!fact || value === null) return fact?.nullMeans?.[language] ?? '–';
  return choiceLabel(fact, value, language) ?? value;
}
