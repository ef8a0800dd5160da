import { isRefused } from '#refusal';
import { cellReader } from '../cells/index.ts';
import type { Target } from '../mapping/index.ts';

/** Words of other systems for a choice, in small letters. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lead.status': {
    open: 'NEW', 'not contacted': 'NEW', 'in progress': 'WORKED', 'attempted to contact': 'WORKED', connected: 'WORKED', contacted: 'WORKED', 'open deal': 'WORKED', working: 'WORKED',
    'working - contacted': 'WORKED', 'pre-qualified': 'WORKED', unqualified: 'DISQUALIFIED', 'not qualified': 'DISQUALIFIED', 'bad timing': 'DISQUALIFIED',
    'lost lead': 'DISQUALIFIED', 'junk lead': 'DISQUALIFIED', nuevo: 'NEW', abierto: 'NEW', 'no contactado': 'NEW', contactado: 'WORKED', 'en curso': 'WORKED', 'en proceso': 'WORKED', 'intento de contacto': 'WORKED', conectado: 'WORKED',
    'negocio abierto': 'WORKED', descartado: 'DISQUALIFIED', 'posible cliente perdido': 'DISQUALIFIED',
  },
  'opportunity.status': { abierto: 'OPEN', abierta: 'OPEN', ganado: 'WON', ganada: 'WON', perdido: 'LOST', perdida: 'LOST', 'closed won': 'WON', 'closed lost': 'LOST', 'cerrado ganado': 'WON', 'cerrada ganada': 'WON',
    'cerrado perdido': 'LOST', 'cerrada perdida': 'LOST', 'en curso': 'OPEN',
  },
};

const sources: Readonly<Record<string, string>> = {
  'organic search': 'WEB', 'direct traffic': 'WEB', website: 'WEB', 'web download': 'WEB', 'online store': 'SHOP', referrals: 'REFERRAL', 'external referral': 'REFERRAL',
  'employee referral': 'REFERRAL', 'paid search': 'ADVERTISING', 'paid social': 'ADVERTISING', advertisement: 'ADVERTISING', 'email marketing': 'ADVERTISING', 'organic social': 'SOCIAL',
  facebook: 'SOCIAL', twitter: 'SOCIAL', linkedin: 'SOCIAL', instagram: 'SOCIAL', 'trade show': 'FAIR', 'cold call': 'PHONE', partner: 'PARTNER', 'offline sources': 'OTHER', feria: 'FAIR', 'búsqueda orgánica': 'WEB', 'tráfico directo': 'WEB',
  'sitio web': 'WEB', 'página web': 'WEB', referencias: 'REFERRAL', referido: 'REFERRAL', recomendación: 'REFERRAL', 'búsqueda de pago': 'ADVERTISING', 'búsqueda pagada': 'ADVERTISING', publicidad: 'ADVERTISING',
  'redes sociales': 'SOCIAL', 'llamada en frío': 'PHONE', 'llamada telefónica': 'PHONE',
};

const ends: Readonly<Record<string, string>> = {
  won: 'WON', 'closed won': 'WON', closedwon: 'WON', ganado: 'WON', ganada: 'WON', 'cierre ganado': 'WON', 'cerrado ganado': 'WON', 'cerrada ganada': 'WON', 'ganada/cerrada': 'WON',
  lost: 'LOST', 'closed lost': 'LOST', closedlost: 'LOST', perdido: 'LOST', perdida: 'LOST', 'cierre perdido': 'LOST', 'cerrado perdido': 'LOST', 'cerrada perdida': 'LOST', 'perdida/cerrada': 'LOST',
};

/** Stages that are how an opportunity ended; null where none is. */
function stageEnds(cells: readonly string[]): Readonly<Record<string, string>> | null {
  const stages = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))].slice(0, mostWords);
  const meant = stages.map((word): [string, string] => [word, ends[word.toLowerCase()] ?? word]);
  return meant.some(([word, end]) => word !== end) ? Object.fromEntries(meant) : null;
}

/** The longest list of words that is shown to be told apart. */
export const mostWords = 40;

/**
 * What each word of a column means for a target that is a choice: text → choice, empty for what is not known. Null where the
 * target is no choice, or every word is understood as it is.
 */
export function guessValues(cells: readonly string[], { key, field, reads, labels }: Target): Readonly<Record<string, string>> | null {
  if (field === 'stage') return stageEnds(cells);
  if (typeof reads === 'string') return null;
  const read = cellReader({ reads, labels }, { path: null, encoding: 'utf-8', separator: ',', decimal: '.', dates: 'YMD', zone: null, empty: [] }, 'UTC');
  const meant = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))].slice(0, mostWords).map((word): [string, string] => {
    const own = read(word);
    if (!isRefused(own)) return [word, String(own)];
    const known = words[key] ?? (['source', 'firstSource'].includes(field) ? sources : {});
    return [word, known[word.toLowerCase()] ?? ''];
  });
  return meant.every(([word, choice]) => word === choice || (choice !== '' && !isRefused(read(word)))) ? null : Object.fromEntries(meant);
}
