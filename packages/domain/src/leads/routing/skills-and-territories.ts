import { countryCode } from '#contacts';
import { type Refusal, refuse } from '#refusal';

const longestSkill = 40;
const mostNamed = 200;

/** Skills are compared in one form. */
export const skillKey = (skill: string): string => skill.replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Skills (aptitudes) of a person, or that a rule asks for: in one form, each once; refuses what is too long or too many. */
export function prepareSkills(inputs: readonly string[]): string[] | Refusal {
  const skills = [...new Set(inputs.map(skillKey))].filter((skill) => skill !== '').toSorted();
  if (skills.some((skill) => skill.length > longestSkill)) return refuse('TOO_LONG', { field: 'skills', details: { maximum: longestSkill } });
  return skills.length > mostNamed ? refuse('OUT_OF_RANGE', { field: 'skills', details: { minimum: 0, maximum: mostNamed } }) : skills;
}

/** Countries (territorios) by code or by name, as ISO 3166, each once; refuses what is no country by its place (`territories.1`). */
export function prepareTerritories(inputs: readonly string[]): string[] | Refusal {
  const codes = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const code = countryCode(input);
    if (code === null) return refuse('INVALID', { field: `territories.${index}`, details: { value: input } });
    codes.add(code);
  }
  return [...codes].toSorted();
}
