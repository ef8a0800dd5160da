import fc, { type Arbitrary } from 'fast-check';
import { day } from '#calendar';
import { type FactDefinition, type FactRoom, factCatalogue, type Facts } from '#facts';
import { factsReadBy } from '#rules';
import { arbitraryFacts, arbitraryValue, instantsAround } from '#rules/rule.fixture';
import { shippedModels } from './index.ts';

const readByModels = new Set([
  ...shippedModels.flatMap(({ stages }) => stages.flatMap(({ rule }) => [...factsReadBy(rule)])), 'lastNpsScore', 'lastNpsAt',
]);
const fields = factCatalogue.filter(({ key, derived }) => readByModels.has(key) && !derived);

/** Facts that a stage asks to be missing or none; random ones would almost never leave all of them so. */
const mostlyNone = ({ key }: FactDefinition): boolean => key.startsWith('openIn') || [
  'openComplaints', 'leftAt', 'noticeEndsAt', 'openOpportunities', 'undeliveredOrders', 'contractEndsAt', 'nextOfferAt',
].includes(key);

/**
 * Any facts that the five models read: values around the constants of their rules, nulls where a fact may be null, and
 * none of the rooms that do not exist. Every third bought a year ago and is not silent, or hardly one would be mature. With
 * `holes` any other fact may be absent as well.
 */
export function arbitraryStanding(now: number, absentRooms: readonly FactRoom[], holes = false): Arbitrary<Facts> {
  const present = fields.filter(({ room }) => !absentRooms.includes(room));
  const rare = present.filter(mostlyNone);
  const none: Arbitrary<Facts> = fc.record(Object.fromEntries(rare.map((field) => {
    const nothing = fc.constant(field.nullMeans === null ? 0 : null);
    return [field.key, fc.oneof({ weight: 3, arbitrary: nothing }, { weight: 1, arbitrary: arbitraryValue(field, now) })];
  })));
  const others = arbitraryFacts(present.filter((field) => !mostlyNone(field)), { now, sometimesAbsent: holes });
  const old: Arbitrary<Facts> = fc.record({
    firstOrderAt: fc.constantFrom(...instantsAround(now, [-365 * day])), alarmAt: fc.constantFrom(...instantsAround(now, [day, 30 * day])),
  });
  const faithful = fc.oneof({ weight: 2, arbitrary: fc.constant<Facts>({}) }, { weight: 1, arbitrary: old });
  return fc.tuple(others, none, faithful).map(([some, rest, since]): Facts => ({ ...some, ...rest, ...since }));
}
