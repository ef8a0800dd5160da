import { isRefused, type Refusal } from '#refusal';
import { refuseBecause } from '../messages/index.ts';
import { withCustom } from './custom-targets.ts';
import { customerFields, type FieldsOf } from './fields.ts';
import { type DatedMapping, datedRooms, type Mapping, onExisting, onUnknownOwner } from './mapping.ts';
import { invalid, isJson, isText, type Json, oneOf, parseSources, unknownKey } from './parse-source.ts';

/** Reads a mapping of leads or opportunities: whose they are, what they are, and when which stage was entered. */
export function parseDated(
  value: Json, room: DatedMapping['room'], base: Pick<Mapping, 'system' | 'files' | 'skip' | 'ignore'>,
): DatedMapping | Refusal {
  const { section, fields: known } = datedRooms[room];
  const fields = parseSources(value[section], withCustom(room, known, value[section]), section);
  if (isRefused(fields)) return fields;
  const customer = parseSources(value['customer'], customerFields, 'customer');
  if (isRefused(customer)) return customer;
  const given = value['stages'] ?? {};
  const stages = parseSources(given, isJson(given) ? stageFields(Object.keys(given)) : {}, 'stages');
  if (isRefused(stages)) return stages;
  const override = parseOverride(value['override']);
  if (isRefused(override)) return override;
  const policy = oneOf(value['onExisting'], onExisting);
  if (!policy) return invalid('onExisting', 'CHOICES', { choices: onExisting.join(', ') });
  const unknown = oneOf(value['onUnknownOwner'], onUnknownOwner);
  if (!unknown) return invalid('onUnknownOwner', 'CHOICES', { choices: onUnknownOwner.join(', ') });
  // Without an id a row is known again by all that it says: one that says otherwise would be made anew, beside what it was to write over.
  if (policy === 'update' && !fields['externalId']) return refuseBecause('REQUIRED', 'WANTED_FIELD', {}, `${section}.externalId`);
  return { room, ...base, fields, customer, stages, onExisting: policy, onUnknownOwner: unknown, override };
}

/** The stages of a mapping as fields: each is a moment. Which stages there are, only the company's pipelines know. */
export const stageFields = (names: readonly string[]): FieldsOf => Object.fromEntries(names.map((name) => [name, { reads: 'INSTANT' }]));

const longestReason = 500;

function parseOverride(value: unknown): DatedMapping['override'] | Refusal {
  if (value === undefined) return null;
  if (!isJson(value)) return invalid('override', 'WANTED_OBJECT');
  const wrong = unknownKey(value, ['by', 'reason'], 'override');
  if (wrong) return wrong;
  const { by, reason } = value;
  if (!isText(by)) return invalid('override.by', 'WANTED_TEXT');
  return isText(reason) && reason.trim() !== '' && reason.length <= longestReason ? { by, reason: reason.trim() } : invalid('override.reason', 'WANTED_TEXT');
}
