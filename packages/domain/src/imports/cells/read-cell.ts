import type { Instant } from '#calendar';
import { normaliseText } from '#facts';
import { isCurrency } from '#money';
import { type Refusal, refuse } from '#refusal';
import type { FieldOf, FileFormat } from '../mapping/index.ts';
import { refuseBecause } from '../messages/index.ts';
import { readDateCell, readInstantCell } from './read-date-cell.ts';
import { readDecimalCell } from './read-decimal-cell.ts';

/** What a field holds once read: text, decimal text, a date; an instant; yes or no; a list of texts. */
export type CellValue = string | Instant | boolean | readonly string[];

export type CellReader = (text: string) => CellValue | Refusal;

const yes = new Set(['true', 't', 'yes', 'y', '1', 'si', 'sí', 's', 'verdadero', 'x']);
const no = new Set(['false', 'f', 'no', 'n', '0', 'falso']);

/** The reader of one kind of field in one file. It is given trimmed text that is not empty. */
export function cellReader(field: FieldOf, format: FileFormat, zone: string, times?: string): CellReader {
  const { reads, maximum, labels } = field;
  if (typeof reads !== 'string') return choice(reads, labels);
  switch (reads) {
    case 'TEXT': return (text) => (maximum !== undefined && text.length > maximum ? refuse('TOO_LONG', { details: { maximum } }) : text);
    case 'DECIMAL': return (text) => readDecimalCell(text, format.decimal, times);
    case 'DATE': return (text) => readDateCell(text, format.dates);
    case 'INSTANT': return remembered((text) => readInstantCell(text, format.dates, format.zone ?? zone));
    case 'BOOLEAN': return readBoolean;
    case 'LIST': return (text) => text.split(/[,;|]/).map((one) => one.trim()).filter((one) => one !== '');
    case 'CURRENCY': return remembered((text) => (isCurrency(text.toUpperCase()) ? text.toUpperCase() : refuse('INVALID_FORMAT', { details: { value: text, example: 'EUR' } })));
    default: return reads satisfies never;
  }
}

function choice(choices: readonly string[], labels: FieldOf['labels'] = {}): CellReader {
  const called = Object.entries(labels).flatMap(([code, { en, es }]) => [[normaliseText(en), code], [normaliseText(es), code]] as const);
  const known = new Map([...called, ...choices.map((code) => [normaliseText(code), code] as const)]);
  return (text) => known.get(normaliseText(text)) ?? refuseBecause('INVALID', 'CHOICES', { choices: choices.join(', ') });
}

function readBoolean(text: string): boolean | Refusal {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : refuse('INVALID_FORMAT', { details: { value: text, example: 'true' } });
}

/** Rows of one invoice repeat its date: the last answer is kept. */
function remembered<Value extends CellValue>(read: (text: string) => Value | Refusal): CellReader {
  let known: string | undefined;
  let answer: Value | Refusal;
  return (text) => {
    if (text === known) return answer;
    answer = read(text);
    known = text;
    return answer;
  };
}
