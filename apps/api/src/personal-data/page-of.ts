import type { PersonalData } from '@orbita/database/privacy';
import { type CustomValues, writtenValue } from '@orbita/domain/custom-fields';
import { keptKindLabels, keptValueLabel } from '@orbita/domain/privacy';

interface Page {
  readonly title: string;
  /** The day on which it was made. */
  readonly day: string;
  readonly language: 'en' | 'es';
  /** Of the company. */
  readonly currency: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** All that is kept about somebody as a page that he can read, print and keep: without a script, and with nothing from elsewhere. */
export function pageOf({ name, tables, fields, linked }: PersonalData, { title, day, language, currency }: Page): string {
  const written = { language, currency, nameOf: (id: string) => linked[id] };
  const own = (table: string, custom: unknown): Line[] => fields.filter(({ entity }) => entity === table.toUpperCase()).flatMap((field) => {
    const value = (custom as CustomValues | undefined)?.[field.name];
    return value === undefined ? [] : [[field.label[language], writtenValue(field, value, written)]];
  });
  const sections = tables.map(({ table, rows }) => `<h2>${escaped(keptKindLabels[table]?.[language] ?? table)}</h2>\n${rows.map(({ custom, ...row }) => rowOf([...linesOf(row, language), ...own(table, custom)])).join('\n')}`);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}h2{margin-top:2rem;border-bottom:1px solid #ccc}dl{display:grid;grid-template-columns:12rem 1fr;gap:.1rem 1rem;margin:0 0 1rem;padding:.5rem 0;border-bottom:1px dotted #ddd}dt{color:#666}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}</style></head>
<body><h1>${escaped(title)}: ${escaped(name)}</h1><p>${escaped(day)}</p>
${sections.join('\n')}
</body></html>
`;
}

type Line = readonly [label: string, value: string];

const rowOf = (lines: readonly Line[]): string => `<dl>${lines.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;

const linesOf = (row: Readonly<Record<string, unknown>>, language: 'en' | 'es'): Line[] => Object.entries(row)
  .filter(([column, value]) => !isEmpty(value) && !/^id$|_id$/.test(column))
  .map(([column, value]) => [keptValueLabel(column, language), typeof value === 'object' ? JSON.stringify(value) : String(value)]);

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === false || (typeof value === 'object' && Object.keys(value).length === 0);
