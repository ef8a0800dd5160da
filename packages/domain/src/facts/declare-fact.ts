import type { Bilingual, FactDefinition, FactKind, FactRoom, FactType } from './fact.ts';

type Extras = Partial<Pick<FactDefinition, 'unit' | 'mark' | 'readers' | 'references' | 'derived' | 'displayOnly' | 'valueLabels'>>;

export const inBoth = (en: string, es: string): Bilingual => ({ en, es });

/** Declares one fact; an enum's members are those of its labels, and without labels it is open. */
export function declareFact(
  key: string,
  type: FactType,
  place: readonly [kind: FactKind, room: FactRoom],
  label: Bilingual,
  nullMeans: Bilingual | null,
  extras: Extras = {},
): FactDefinition {
  const [kind, room] = place;
  const members = extras.valueLabels ? { values: Object.keys(extras.valueLabels) } : {};
  return { key, type, label, nullMeans, kind, room, ...extras, ...members };
}
