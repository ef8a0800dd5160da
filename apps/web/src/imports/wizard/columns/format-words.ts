import type { ImportDateOrder, ImportEncoding } from '#operations';
import { m } from '#words';

export const encodingWords: Readonly<Record<ImportEncoding, string>> = { UTF_8: 'UTF-8', UTF_16: 'UTF-16', WINDOWS_1252: 'Windows-1252' };

export const separators: readonly string[] = [',', ';', '\t', '|'];

export function separatorWord(separator: string): string {
  switch (separator) {
    case ',': return m.imports_separator_comma();
    case ';': return m.imports_separator_semicolon();
    case '\t': return m.imports_separator_tab();
    case '|': return m.imports_separator_bar();
    default: return m.imports_separator_other({ separator });
  }
}

/** Examples that can be read in one way only. */
export const decimalExample = (decimal: string): string => (decimal === ',' ? '1.234,56' : '1,234.56');

const dates: Readonly<Record<ImportDateOrder, string>> = { DMY: '31/12/2026', MDY: '12/31/2026', YMD: '2026-12-31' };
export const dateExample = (order: ImportDateOrder): string => dates[order];
