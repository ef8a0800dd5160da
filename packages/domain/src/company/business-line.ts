import { type Refusal, refuse } from '#refusal';

/** How a business line (línea de negocio) measures silence, in days (LIFECYCLE §0 ◇). */
export interface LineSettings {
  /** The rhythm of a customer of whom nothing is known yet. */
  readonly fallbackRhythmDays: number;
  /** What is granted after a contract's end. */
  readonly graceDays: number;
  /** The shortest after-sales window. */
  readonly minAfterSalesDays: number;
}

/** What a line has that sets nothing. */
export const lineDefaults: LineSettings = { fallbackRhythmDays: 120, graceDays: 30, minAfterSalesDays: 30 };

/** A line as stored. */
export interface BusinessLineSettings extends LineSettings {
  readonly name: string;
}

const bounds: Readonly<Record<keyof LineSettings, readonly [number, number]>> = {
  fallbackRhythmDays: [7, 730], graceDays: [0, 365], minAfterSalesDays: [0, 365],
};
const longestName = 80;

/** Checks a business line; what is not said has its default. */
export function prepareBusinessLine(
  input: { readonly name: string } & { readonly [setting in keyof LineSettings]?: number | null | undefined },
): BusinessLineSettings | Refusal {
  const name = input.name.replaceAll(/\s+/g, ' ').trim();
  if (name === '') return refuse('REQUIRED', { field: 'name' });
  if (name.length > longestName) return refuse('TOO_LONG', { field: 'name', details: { maximum: longestName } });
  for (const field of Object.keys(bounds) as (keyof LineSettings)[]) {
    const days = input[field] ?? lineDefaults[field];
    const [minimum, maximum] = bounds[field];
    if (!Number.isInteger(days) || days < minimum || days > maximum) return refuse('OUT_OF_RANGE', { field, details: { minimum, maximum } });
  }
  return {
    name,
    fallbackRhythmDays: input.fallbackRhythmDays ?? lineDefaults.fallbackRhythmDays,
    graceDays: input.graceDays ?? lineDefaults.graceDays,
    minAfterSalesDays: input.minAfterSalesDays ?? lineDefaults.minAfterSalesDays,
  };
}
