import { catalogue } from '../tree/catalogue.ts';
import { choiceLabel } from './open-values.ts';

/** What a fact is called, and one of its values, as the interface says it. */
export const factLabel = (key: string, language: 'en' | 'es'): string => catalogue.facts.get(key)?.label[language] ?? key;

export function valueLabel(key: string, value: string | null, language: 'en' | 'es'): string {
  const fact = catalogue.facts.get(key);
  if (!fact || value === null) return fact?.nullMeans?.[language] ?? '–';
  return choiceLabel(fact, value, language) ?? value;
}
