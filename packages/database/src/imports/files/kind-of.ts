import { importRefused } from '../import-refused.ts';
import { detectEncoding } from './detect-encoding.ts';

/** What a file is by its first bytes; pictures, documents and programs are no text, whatever they are called. */
export function kindOf(first: Buffer, name: string): 'TEXT' | 'GZIP' | 'XLSX' {
  if (first.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'XLSX';
  if (first.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) throw importRefused('INVALID_FORMAT', 'OLD_SPREADSHEET', { name });
  if (first[0] === 0x1f && first[1] === 0x8b) return 'GZIP';
  const encoding = detectEncoding(first);
  const controls = first.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  if (first.subarray(0, 5).toString('latin1') === '%PDF-' || (encoding !== 'utf-16' && controls > Math.max(8, first.length / 50))) throw importRefused('INVALID_FORMAT', 'NOT_TEXT', { name });
  return 'TEXT';
}
