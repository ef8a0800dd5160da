import type { LifecycleModel } from '../model.ts';
import { commercial } from './commercial.ts';
import { digital } from './digital.ts';
import { operational } from './operational.ts';
import { programme } from './programme.ts';
import { value } from './value.ts';

export { commercial, digital, operational, programme, value };

/** The five models that ship with the product. Their bounds, terms and talk times are a practitioner's starting values. */
export const shippedModels: readonly LifecycleModel[] = [operational, digital, value, programme, commercial];
