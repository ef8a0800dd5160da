import type { FileFormat } from '../mapping/index.ts';

/** How numbers and dates of a file are written, and which of the two nothing in it decides: then somebody should look. */
export interface DetectedWriting {
  readonly decimal: FileFormat['decimal'];
  readonly dates: FileFormat['dates'];
  readonly unsure: readonly ('decimal' | 'dates')[];
}

/** What to take where nothing in the file decides. */
export interface UsualWriting {
  readonly decimal: FileFormat['decimal'];
  readonly dates: FileFormat['dates'];
}

/** Reads from cells how a file writes its numbers and dates; what would read both ways is counted for neither. */
export function detectWriting(cells: Iterable<string>, usual: UsualWriting): DetectedWriting {
  const decimals = { '.': 0, ',': 0 };
  const dates = { YMD: 0, DMY: 0, MDY: 0 };
  let [openNumbers, openDates] = [0, 0];
  for (const cell of cells) {
    const text = cell.trim();
    const decimal = decimalOf(text);
    if (decimal === 'EITHER') openNumbers += 1;
    else if (decimal) decimals[decimal] += 1;
    const order = orderOf(text);
    if (order === 'EITHER') openDates += 1;
    else if (order) dates[order] += 1;
  }
  const decimal = decimals['.'] === decimals[','] ? usual.decimal : decimals['.'] > decimals[','] ? '.' : ',';
  const [first, second] = (Object.entries(dates) as [FileFormat['dates'], number][]).toSorted((a, b) => b[1] - a[1]);
  const known = first && first[1] > (second?.[1] ?? 0) && !(first[0] === 'YMD' && openDates > 0);
  const order = known ? first[0] : openDates > 0 ? (dates.MDY > dates.DMY ? 'MDY' : dates.DMY > 0 || usual.dates === 'YMD' ? 'DMY' : usual.dates) : usual.dates;
  const unsure = [
    ...(openNumbers > 0 && decimals['.'] === decimals[','] ? ['decimal' as const] : []),
    ...(openDates > 0 && dates.DMY === dates.MDY ? ['dates' as const] : []),
  ];
  return { decimal, dates: order, unsure };
}

const bothSigns = /^\D{0,4}-?\d{1,3}(?:([.,])\d{3})+([.,])\d+\D{0,4}$/;
const oneSign = /^\D{0,4}-?\d+([.,])(\d+)\D{0,4}$/;

function decimalOf(text: string): '.' | ',' | 'EITHER' | null {
  const both = bothSigns.exec(text);
  if (both && both[1] !== both[2]) return both[2] as '.' | ',';
  const one = oneSign.exec(text);
  if (!one) return null;
  // Three digits behind the only sign may be thousands.
  if (one[2]?.length === 3) return 'EITHER';
  return one[1] as '.' | ',';
}

const dated = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{2,4})(?:[T ,].*)?$/;

function orderOf(text: string): FileFormat['dates'] | 'EITHER' | null {
  const found = dated.exec(text);
  if (!found) return null;
  const [first, second, year] = [found[1] ?? '', Number(found[2]), found[3] ?? ''];
  if (first.length === 4) return second <= 12 ? 'YMD' : null;
  if (first.length > 2 || year.length !== 4) return null;
  const day = Number(first);
  if (day > 31 || second > 31 || (day > 12 && second > 12)) return null;
  if (day > 12) return 'DMY';
  return second > 12 ? 'MDY' : 'EITHER';
}
