import type { Words } from './english.ts';

export const spanish: Words = {
  count: (value) => value.toLocaleString('es-ES', { useGrouping: 'always' }),
  things: {
    customers: 'clientes', contacts: 'contactos', products: 'productos', orders: 'pedidos', lines: 'líneas', returns: 'devoluciones', leads: 'leads',
    opportunities: 'oportunidades', activities: 'actividades',
  },
  resumed: (name) => `${name}: ha seguido con la importación que no estaba terminada.`,
  rows: (name, read, rows) => `${name}: ${read} filas leídas = ${rows.created} nuevas + ${rows.updated} cambiadas + ${rows.unchanged} sin cambios + ${rows.skipped} omitidas + ${rows.refused} rechazadas.`,
  made: (list) => `  Nuevo: ${list}.`,
  kept: (list) => `  Difiere y se ha conservado lo que había: ${list}.`,
  unowned: (rows) => `  Sin el responsable que nombran, porque nadie que trabaje aquí se llama así: ${rows}.`,
  leftOut: (list) => `  Omitidas como dice la correspondencia: ${list}.`,
  refused: (list) => `  Rechazadas: ${list}.`,
  unmapped: (list) => `  Columnas que nada lee: ${list}.`,
  problems: (path) => `  Las filas que no se han cargado enteras, con el motivo: ${path}`,
  done: (mappings, partly) => `${mappings === 1 ? 'Importado' : `Importadas ${mappings} partes`}${partly ? ', salvo las filas rechazadas.' : '.'}`,
  phases: { READING: 'leyendo', LOADING: 'cargando' },
};
