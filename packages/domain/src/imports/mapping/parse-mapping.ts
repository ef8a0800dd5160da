import { isTimeZone } from '#calendar';
import { isDecimalText } from '#money';
import { isRefused, type Refusal, refuse } from '#refusal';
import { customerFields, lineFields, orderFields, productFields } from './fields.ts';
import type { FileFormat, Mapping, OrdersMapping } from './mapping.ts';
import { parseReturns, parseSkip } from './parse-conditions.ts';
import { invalid, isJson, isText, isTexts, type Json, parseSources, unknownKey } from './parse-source.ts';

const always = ['room', 'source', 'files', 'skip', 'ignore', 'about'];
const rooms: Readonly<Record<Mapping['room'], readonly string[]>> = {
  customers: ['customer'],
  products: ['product'],
  orders: ['order', 'line', 'customer', 'product', 'returns', 'rate'],
};

/** Reads a mapping; every refusal names the place in it that is wrong and what may stand there. */
export function parseMapping(value: unknown): Mapping | Refusal {
  if (!isJson(value)) return invalid('mapping', 'a mapping is a JSON object');
  const room = (Object.keys(rooms) as Mapping['room'][]).find((one) => one === value['room']);
  if (!room) return invalid('room', `give one of ${Object.keys(rooms).join(', ')}`);
  const wrong = unknownKey(value, [...always, ...rooms[room]], 'mapping');
  if (wrong) return wrong;
  if (!isText(value['source']) || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(value['source'])) return invalid('source', 'give a short name in lower case, such as "northwind"');
  const files = parseFiles(value['files'], room);
  if (isRefused(files)) return files;
  const skip = parseSkip(value['skip'], files.lines !== null);
  if (isRefused(skip)) return skip;
  const { ignore = [] } = value;
  if (!Array.isArray(ignore) || !ignore.every(isText)) return invalid('ignore', 'give a list of columns');
  return ofRoom(value, room, { source: value['source'], files, skip, ignore });
}

type Base = Pick<Mapping, 'source' | 'files' | 'skip' | 'ignore'>;

function ofRoom(value: Json, room: Mapping['room'], base: Base): Mapping | Refusal {
  switch (room) {
    case 'customers': {
      const customer = parseSources(value['customer'], customerFields, 'customer');
      return isRefused(customer) ? customer : { room, ...base, customer };
    }
    case 'products': {
      const product = parseSources(value['product'], productFields, 'product');
      return isRefused(product) ? product : { room, ...base, product };
    }
    case 'orders':
      return ofOrders(value, base);
    default:
      throw new Error(room satisfies never);
  }
}

function ofOrders(value: Json, base: Base): OrdersMapping | Refusal {
  const order = parseSources(value['order'], orderFields, 'order');
  if (isRefused(order)) return order;
  const line = parseSources(value['line'], lineFields, 'line');
  if (isRefused(line)) return line;
  if (base.files.lines && !line['order']) return refuse('REQUIRED', { field: 'line.order' });
  const customer = value['customer'] === undefined ? null : parseSources(value['customer'], customerFields, 'customer');
  if (isRefused(customer)) return customer;
  const product = value['product'] === undefined ? null : parseSources(value['product'], productFields, 'product', false);
  if (isRefused(product)) return product;
  const returns = parseReturns(value['returns']);
  if (isRefused(returns)) return returns;
  const { rate = null } = value;
  if (rate !== null && !(isText(rate) && isDecimalText(rate) && Number(rate) > 0)) return invalid('rate', 'give a positive number as text, such as "0.92"');
  return { room: 'orders', ...base, order, line, customer, product, returns, rate };
}

function parseFiles(value: unknown, room: Mapping['room']): Mapping['files'] | Refusal {
  if (!isJson(value)) return invalid('files', 'give { "rows": { … } }');
  const wrong = unknownKey(value, room === 'orders' ? ['rows', 'lines'] : ['rows'], 'files');
  if (wrong) return wrong;
  const rows = parseFormat(value['rows'], 'files.rows');
  if (isRefused(rows)) return rows;
  const lines = value['lines'] === undefined ? null : parseFormat(value['lines'], 'files.lines');
  return isRefused(lines) ? lines : { rows, lines };
}

const formatKeys = ['path', 'encoding', 'separator', 'decimal', 'dates', 'zone', 'empty'];

function parseFormat(value: unknown, field: string): FileFormat | Refusal {
  if (!isJson(value)) return invalid(field, 'give an object');
  const wrong = unknownKey(value, formatKeys, field);
  if (wrong) return wrong;
  const { path = null, separator = ',', zone = null, empty = [] } = value;
  const encoding = oneOf(value['encoding'], ['utf-8', 'utf-16', 'windows-1252'] as const);
  const decimal = oneOf(value['decimal'], ['.', ','] as const);
  const dates = oneOf(value['dates'], ['YMD', 'DMY', 'MDY'] as const);
  if (path !== null && !isText(path)) return invalid(`${field}.path`, 'give a file name');
  if (!encoding) return invalid(`${field}.encoding`, 'give utf-8, utf-16 or windows-1252');
  if (!isText(separator) || separator.length !== 1) return invalid(`${field}.separator`, 'give one character');
  if (!decimal) return invalid(`${field}.decimal`, 'give "." or ","');
  if (!dates) return invalid(`${field}.dates`, 'give YMD, DMY or MDY');
  if (zone !== null && !(isText(zone) && isTimeZone(zone))) return invalid(`${field}.zone`, 'give a time zone such as Europe/Madrid');
  if (!(Array.isArray(empty) && empty.length === 0) && !isTexts(empty)) return invalid(`${field}.empty`, 'give a list of texts');
  return { path, encoding, separator, decimal, dates, zone, empty };
}

/** The given choice, the first where none is given, undefined where it is none of them. */
function oneOf<Choice extends string>(value: unknown, choices: readonly [Choice, ...Choice[]]): Choice | undefined {
  return value === undefined ? choices[0] : choices.find((one) => one === value);
}
