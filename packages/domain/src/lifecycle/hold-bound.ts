import { holds } from '#rules';
import type { StageBound } from './model.ts';

/** Whether a stage does well by a bound, given what was measured. */
export function holdsBound({ compare, value }: StageBound, measured: number): boolean {
  return holds({ fact: 'measured', is: compare, value }, { facts: { measured } }, 0);
}
