/** What the example company sells: name, category, list price and cost in cents, and how it is bought. */
export interface DemoProduct {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly line: 'Consumibles' | 'Maquinaria' | 'Mantenimiento';
  readonly listPrice: number;
  readonly cost: number;
}

const consumables: readonly (readonly [name: string, category: string, price: number])[] = [
  ['Café en grano natural 1 kg', 'Café', 1490], ['Café en grano mezcla 1 kg', 'Café', 1290], ['Café de especialidad Etiopía 1 kg', 'Café', 2650],
  ['Descafeinado en grano 1 kg', 'Café', 1590], ['Cápsulas espresso 100 u', 'Café', 2990], ['Cápsulas largo 100 u', 'Café', 2990],
  ['Infusión manzanilla 100 u', 'Infusiones', 690], ['Té verde 100 u', 'Infusiones', 890], ['Té negro Earl Grey 100 u', 'Infusiones', 890], ['Rooibos 50 u', 'Infusiones', 750],
  ['Cacao en polvo 2 kg', 'Complementos', 1890], ['Azúcar en sobres 1.000 u', 'Complementos', 1190], ['Edulcorante 500 u', 'Complementos', 990], ['Leche en polvo 1 kg', 'Complementos', 1150], ['Bebida de avena 6 l', 'Complementos', 1320],
  ['Vaso de cartón 200 ml 100 u', 'Menaje de un uso', 690], ['Tapa para vaso 100 u', 'Menaje de un uso', 450], ['Servilletas 2.000 u', 'Menaje de un uso', 1790], ['Removedores 1.000 u', 'Menaje de un uso', 520], ['Bolsa para llevar 250 u', 'Menaje de un uso', 2150],
  ['Detergente lavavajillas 10 l', 'Limpieza', 2390], ['Abrillantador 10 l', 'Limpieza', 2190], ['Descalcificador máquina 1 l', 'Limpieza', 1250], ['Pastillas limpieza grupo 100 u', 'Limpieza', 2890], ['Gel hidroalcohólico 5 l', 'Limpieza', 1690],
  ['Taza espresso porcelana 6 u', 'Menaje', 1980], ['Taza desayuno 6 u', 'Menaje', 2480], ['Jarra de leche 0,6 l', 'Menaje', 1560], ['Copa de vino 6 u', 'Menaje', 2190], ['Bandeja antideslizante', 'Menaje', 1290],
];

const machines: readonly (readonly [name: string, category: string, price: number])[] = [
  ['Cafetera espresso 2 grupos', 'Máquinas de café', 289_000], ['Cafetera espresso 3 grupos', 'Máquinas de café', 419_000], ['Cafetera superautomática oficina', 'Máquinas de café', 189_000],
  ['Molino bajo demanda', 'Molinos', 69_000], ['Molino gran producción', 'Molinos', 99_000], ['Lavavajillas de capota', 'Lavado', 345_000], ['Lavavasos', 'Lavado', 149_000],
  ['Armario frigorífico 600 l', 'Frío', 175_000], ['Mesa fría 3 puertas', 'Frío', 198_000], ['Fabricador de hielo 40 kg', 'Frío', 132_000], ['Exprimidora automática', 'Barra', 214_000], ['Horno de convección', 'Cocción', 259_000],
];

const contracts: readonly (readonly [name: string, category: string, price: number])[] = [
  ['Mantenimiento anual básico', 'Contratos', 34_000], ['Mantenimiento anual integral', 'Contratos', 79_000], ['Renting cafetera 12 meses', 'Contratos', 118_800],
];

const listed = (
  rows: typeof consumables, line: DemoProduct['line'], prefix: string, costShare: number,
): DemoProduct[] => rows.map(([name, category, listPrice], at) => ({
  code: `${prefix}-${String(at + 101)}`, name, category, line, listPrice, cost: Math.round(listPrice * costShare),
}));

export const demoProducts: readonly DemoProduct[] = [
  ...listed(consumables, 'Consumibles', 'C', 0.58), ...listed(machines, 'Maquinaria', 'M', 0.71), ...listed(contracts, 'Mantenimiento', 'S', 0.42),
];

export const demoLines = [
  { name: 'Consumibles', fallbackRhythmDays: 45, graceDays: 30, minAfterSalesDays: 30, isDefault: true },
  { name: 'Maquinaria', fallbackRhythmDays: 540, graceDays: 30, minAfterSalesDays: 60, isDefault: false },
  { name: 'Mantenimiento', fallbackRhythmDays: 365, graceDays: 30, minAfterSalesDays: 30, isDefault: false },
] as const;
