import { isTimeZone } from '#calendar';
import { isDecimalText } from '#money';
import { isRefused, type Refusal } from '#refusal';
import { refuseBecause } from '../messages/index.ts';
import { withCustom } from './custom-targets.ts';
import { customerFields, lineFields, orderFields, productFields } from './fields.ts';
import {
  type DatedMapping, datedRooms, type FileFormat, type FlatMapping, flatRooms, isDatedRoom, isFlatRoom, type Mapping, meetsExisting, namesOwner, onExisting, onLikely, onUnknownOwner, type OrdersMapping,
} from './mapping.ts';
import { parseDated } from './parse-dated.ts';
import { parseReturns, parseSkip } from './parse-conditions.ts';
import { invalid, isJson, isText, isTexts, type Json, oneOf, parseSources, unknownKey } from './parse-source.ts';

const always = ['room', 'system', 'files', 'skip', 'ignore', 'about'];
const rooms: readonly Mapping['room'][] = [
  ...(Object.keys(flatRooms) as FlatMapping['room'][]), 'orders', ...(Object.keys(datedRooms) as DatedMapping['room'][]),
];

function keysOf(room: Mapping['room']): readonly string[] {
  const policy = [...(meetsExisting(room) ? ['onExisting'] : []), ...(namesOwner(room) ? ['onUnknownOwner'] : [])];
  if (isFlatRoom(room)) return [flatRooms[room].section, ...policy, ...(room === 'customers' ? ['onLikely'] : [])];
  if (isDatedRoom(room)) return [datedRooms[room].section, 'customer', ...policy, ...(room === 'opportunities' ? ['stages', 'override'] : [])];
  return ['order', 'line', 'customer', 'product', 'returns', 'rate'];
}

/** Reads a mapping; every refusal names the place in it that is wrong and what may stand there. */
export function parseMapping(value: unknown): Mapping | Refusal {
  if (!isJson(value)) return invalid('mapping', 'MAPPING_OBJECT');
  const room = rooms.find((one) => one === value['room']);
  if (!room) return invalid('room', 'CHOICES', { choices: rooms.join(', ') });
  const wrong = unknownKey(value, [...always, ...keysOf(room)], 'mapping');
  if (wrong) return wrong;
  const { system } = value;
  if (!isText(system) || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(system)) return invalid('system', 'SHORT_NAME');
  const files = parseFiles(value['files'], room);
  if (isRefused(files)) return files;
  const skip = parseSkip(value['skip'], files.lines !== null);
  if (isRefused(skip)) return skip;
  const { ignore = [] } = value;
  if (!Array.isArray(ignore) || !ignore.every(isText)) return invalid('ignore', 'WANTED_LIST');
  const base = { system, files, skip, ignore };
  if (isFlatRoom(room)) return ofFlat(value, room, base);
  return isDatedRoom(room) ? parseDated(value, room, base) : ofOrders(value, base);
}

type Base = Pick<Mapping, 'system' | 'files' | 'skip' | 'ignore'>;

function ofFlat(value: Json, room: FlatMapping['room'], base: Base): FlatMapping | Refusal {
  const { section, fields: known } = flatRooms[room];
  const fields = parseSources(value[section], withCustom(room, known, value[section]), section);
  if (isRefused(fields)) return fields;
  const policy = oneOf(value['onExisting'], onExisting);
  const likely = oneOf(value['onLikely'], onLikely);
  if (!policy) return invalid('onExisting', 'CHOICES', { choices: onExisting.join(', ') });
  if (!likely) return invalid('onLikely', 'CHOICES', { choices: onLikely.join(', ') });
  const unknown = oneOf(value['onUnknownOwner'], onUnknownOwner);
  return unknown ? { room, ...base, fields, onExisting: policy, onLikely: likely, onUnknownOwner: unknown } : invalid('onUnknownOwner', 'CHOICES', { choices: onUnknownOwner.join(', ') });
}

function ofOrders(value: Json, base: Base): OrdersMapping | Refusal {
  const order = parseSources(value['order'], orderFields, 'order');
  if (isRefused(order)) return order;
  const line = parseSources(value['line'], lineFields, 'line');
  if (isRefused(line)) return line;
  if (base.files.lines && !line['order']) return refuseBecause('REQUIRED', 'WANTED_FIELD', {}, 'line.order');
  const customer = value['customer'] === undefined ? null : parseSources(value['customer'], customerFields, 'customer');
  if (isRefused(customer)) return customer;
  const product = value['product'] === undefined ? null : parseSources(value['product'], productFields, 'product', false);
  if (isRefused(product)) return product;
  const returns = parseReturns(value['returns']);
  if (isRefused(returns)) return returns;
  const { rate = null } = value;
  if (rate !== null && !(isText(rate) && isDecimalText(rate) && Number(rate) > 0)) return invalid('rate', 'WANTED_RATE');
  return { room: 'orders', ...base, order, line, customer, product, returns, rate };
}

function parseFiles(value: unknown, room: Mapping['room']): Mapping['files'] | Refusal {
  if (!isJson(value)) return invalid('files', 'WANTED_FILES');
  const wrong = unknownKey(value, room === 'orders' ? ['rows', 'lines'] : ['rows'], 'files');
  if (wrong) return wrong;
  const rows = parseFormat(value['rows'], 'files.rows');
  if (isRefused(rows)) return rows;
  const lines = value['lines'] === undefined ? null : parseFormat(value['lines'], 'files.lines');
  return isRefused(lines) ? lines : { rows, lines };
}

const deepestHeading = 100;
const formatKeys = ['path', 'encoding', 'separator', 'heading', 'decimal', 'dates', 'zone', 'empty'];

function parseFormat(value: unknown, field: string): FileFormat | Refusal {
  if (!isJson(value)) return invalid(field, 'WANTED_OBJECT');
  const wrong = unknownKey(value, formatKeys, field);
  if (wrong) return wrong;
  const { path = null, separator = ',', heading = 1, zone = null, empty = [] } = value;
  const encoding = oneOf(value['encoding'], ['utf-8', 'utf-16', 'windows-1252'] as const);
  const decimal = oneOf(value['decimal'], ['.', ','] as const);
  const dates = oneOf(value['dates'], ['YMD', 'DMY', 'MDY'] as const);
  if (path !== null && !isText(path)) return invalid(`${field}.path`, 'WANTED_TEXT');
  if (!encoding) return invalid(`${field}.encoding`, 'CHOICES', { choices: 'utf-8, utf-16, windows-1252' });
  if (!isText(separator) || separator.length !== 1) return invalid(`${field}.separator`, 'WANTED_CHARACTER');
  if (typeof heading !== 'number' || !Number.isInteger(heading) || heading < 1 || heading > deepestHeading) return invalid(`${field}.heading`, 'WANTED_ROW', { most: deepestHeading });
  if (!decimal) return invalid(`${field}.decimal`, 'CHOICES', { choices: '".", ","' });
  if (!dates) return invalid(`${field}.dates`, 'CHOICES', { choices: 'YMD, DMY, MDY' });
  if (zone !== null && !(isText(zone) && isTimeZone(zone))) return invalid(`${field}.zone`, 'WANTED_ZONE');
  if (!(Array.isArray(empty) && empty.length === 0) && !isTexts(empty)) return invalid(`${field}.empty`, 'WANTED_TEXTS');
  return { path, encoding, separator, heading, decimal, dates, zone, empty };
}
