import type { StageColor } from '#design';
import type { PaletteSearch, SavedViewLink } from '#shell';

export interface Sample {
  readonly id: string;
  readonly name: string;
  readonly stage: readonly [StageColor, string];
  readonly owner: string;
  readonly revenue: string;
  readonly seen: string;
}

const names = ['Nubia Logística', 'Vitral Seguros', 'Grupo Cantera', 'Sierra Motor', 'Banco Aldara', 'Helix Salud', 'Tejidos Alba', 'Puerto Norte'];
const owners = ['Ana Mora', 'Carlos Sanz', 'Eva Vidal', 'Jorge Prieto'];
const stages: readonly (readonly [StageColor, string])[] = [
  ['blue', 'First contact'], ['indigo', 'First purchase'], ['cyan', 'Follow-up'], ['violet', 'After-sales'], ['green', 'Renewal and growth'], ['red', 'Churned'],
];
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

export const sampleAt = (index: number): Sample => ({
  id: `c${index}`,
  name: `${pick(names, index * 5)} ${index + 1}`,
  stage: pick(stages, index * 7),
  owner: pick(owners, index * 3),
  revenue: String(((index * 7919) % 180_000) + 400) + '.50',
  seen: new Date(Date.now() - ((index * 37) % 900) * 3_600_000).toISOString(),
});

export const savedViews: readonly SavedViewLink[] = [
  { id: 'v1', name: 'Enterprise Q4', color: 'violet', href: '/customers' },
  { id: 'v2', name: 'Riesgo de fuga', color: 'red', href: '/customers' },
  { id: 'v3', name: 'Renovaciones 30 d', color: 'green', href: '/customers' },
];

export const findSamples: PaletteSearch = async (text) =>
  names.filter((name) => name.toLowerCase().includes(text.toLowerCase())).map((name) => ({ id: name, label: name, detail: 'Zaragoza', href: '/customers' }));
