import type { PersonalData } from '@orbita/database/privacy';
import { keptKindLabels, keptValueLabel } from '@orbita/domain/privacy';

interface Page {
  readonly title: string;
  /** The day on which it was made. */
  readonly day: string;
  readonly language: 'en' | 'es';
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** All that is kept about somebody as a page that he can read, print and keep: without a script, and with nothing from elsewhere. */
export function pageOf({ name, tables }: PersonalData, { title, day, language }: Page): string {
  const sections = tables.map(({ table, rows }) => `<h2>${escaped(keptKindLabels[table]?.[language] ?? table)}</h2>\n${rows.map((row) => rowOf(row, language)).join('\n')}`);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}h2{margin-top:2rem;border-bottom:1px solid #ccc}dl{display:grid;grid-template-columns:12rem 1fr;gap:.1rem 1rem;margin:0 0 1rem;padding:.5rem 0;border-bottom:1px dotted #ddd}dt{color:#666}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}</style></head>
<body><h1>${escaped(title)}: ${escaped(name)}</h1><p>${escaped(day)}</p>
${sections.join('\n')}
</body></html>
`;
}

const rowOf = (row: Readonly<Record<string, unknown>>, language: 'en' | 'es'): string => `<dl>${Object.entries(row)
  .filter(([column, value]) => !isEmpty(value) && !/^id$|_id$/.test(column))
  .map(([column, value]) => `<dt>${escaped(keptValueLabel(column, language))}</dt><dd>${escaped(typeof value === 'object' ? JSON.stringify(value) : String(value))}</dd>`).join('')}</dl>`;

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === false || (typeof value === 'object' && Object.keys(value).length === 0);
