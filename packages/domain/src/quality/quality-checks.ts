import { careChecks } from './checks/care-checks.ts';
import { identityChecks } from './checks/identity-checks.ts';
import { placeChecks } from './checks/place-checks.ts';
import { reachChecks } from './checks/reach-checks.ts';
import type { QualityCheck } from './quality-check.ts';

/** Everything that should hold of what is known of a customer, the weightiest first. */
export const qualityChecks: readonly QualityCheck[] =
  [...identityChecks, ...reachChecks, ...placeChecks, ...careChecks].toSorted((a, b) => b.weight - a.weight);

const byKey = new Map(qualityChecks.map((check) => [check.key, check]));

/** The declaration of a check; undefined for one that an earlier version had. */
export const qualityCheck = (key: string): QualityCheck | undefined => byKey.get(key);
