import { companyNameKey } from '#identity';
import type { DuplicateReason } from '../reason.ts';
import { soundKey } from './sound-key.ts';
import { isOneSlip, jaroWinkler, pairLikeness } from './text-likeness.ts';

/** Words that say what many companies do or where: alone they name none. */
const tradeWords: ReadonlySet<string> = new Set((
  'construcciones reformas bodegas bodega talleres taller transportes hermanos hijos grupo servicios comercial distribuciones industrias suministros asesoria '
  + 'gestoria clinica farmacia panaderia restaurante bar hotel instalaciones electricidad consulting solutions services group holding international iberia '
  + 'espana europe global asociados sociedad empresa tienda almacenes muebles seguros inmobiliaria viajes academia colegio centro company'
).split(' '));

/** A company's name in the words by which it is compared, without its legal form. */
export const companyWordsOf = (name: string): readonly string[] => companyNameKey(name).split(' ');

/** The words of a company's name that tell it from others of its trade; all, when there are no others. */
export function ownWords(words: readonly string[]): readonly string[] {
  const own = words.filter((word) => !tradeWords.has(word));
  return own.length > 0 ? own : words;
}

/** How well two names of companies agree. A whole name that is not of trade words alone is likely by itself. */
export function compareCompanyNames(one: readonly string[], other: readonly string[]): DuplicateReason[] {
  const [left, right] = [one.join(''), other.join('')];
  const onlyTrade = one.every((word) => tradeWords.has(word));
  if (left === right) return [{ kind: 'SAME_NAME', points: onlyTrade ? 10 : 20 }];
  if (one.toSorted().join('') === other.toSorted().join('')) return [{ kind: 'NAME_ALIKE', points: onlyTrade ? 9 : 17 }];
  const own = [ownWords(one), ownWords(other)].map((words) => words.join(''));
  const [ownLeft = '', ownRight = ''] = own;
  // What differs is a number or a letter: `Talleres 1` is not `Talleres 2`.
  const numbered = digitsOf(left) !== digitsOf(right);
  if (numbered) return [{ kind: 'OTHER_NAME', points: -6 }];
  const slip = left.length > 5 && (isOneSlip(left, right) || (jaroWinkler(left, right) >= 0.94 && pairLikeness(ownLeft, ownRight) >= 0.75));
  const sounded = (): boolean => jaroWinkler(left, right) >= 0.7 && one.map(soundKey).join(' ') === other.map(soundKey).join(' ');
  if (slip || sounded()) return [{ kind: 'NAME_ALIKE', points: onlyTrade ? 8 : 16 }];
  if (!onlyTrade && ownLeft === ownRight && ownLeft.length > 3) return [{ kind: 'NAME_ALIKE', points: 11 }];
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  const within = fewer.some((word) => !tradeWords.has(word) && word.length > 3) && fewer.every((word) => more.includes(word));
  if (within) return [{ kind: 'NAME_ALIKE', points: fewer.length > 1 ? 11 : 7 }];
  return pairLikeness(ownLeft, ownRight) >= 0.6 ? [{ kind: 'NAME_ALIKE', points: 5 }] : [{ kind: 'OTHER_NAME', points: -9 }];
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
