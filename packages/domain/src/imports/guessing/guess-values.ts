import { isRefused } from '#refusal';
import { cellReader } from '../cells/index.ts';
import type { Target } from '../mapping/index.ts';

/** Words of other systems for a choice, in small letters. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lead.status': {
    open: 'NEW', 'not contacted': 'NEW', 'in progress': 'WORKED', 'attempted to contact': 'WORKED', connected: 'WORKED', contacted: 'WORKED', 'open deal': 'WORKED', working: 'WORKED',
    'working - contacted': 'WORKED', 'pre-qualified': 'WORKED', unqualified: 'DISQUALIFIED', 'not qualified': 'DISQUALIFIED', 'bad timing': 'DISQUALIFIED',
    'lost lead': 'DISQUALIFIED', 'junk lead': 'DISQUALIFIED', nuevo: 'NEW', contactado: 'WORKED', descartado: 'DISQUALIFIED',
  },
  'opportunity.status': { abierto: 'OPEN', abierta: 'OPEN', ganado: 'WON', ganada: 'WON', perdido: 'LOST', perdida: 'LOST', 'closed won': 'WON', 'closed lost': 'LOST' },
};

const sources: Readonly<Record<string, string>> = {
  'organic search': 'WEB', 'direct traffic': 'WEB', website: 'WEB', 'web download': 'WEB', 'online store': 'SHOP', referrals: 'REFERRAL', 'external referral': 'REFERRAL',
  'employee referral': 'REFERRAL', 'paid search': 'ADVERTISING', 'paid social': 'ADVERTISING', advertisement: 'ADVERTISING', 'email marketing': 'ADVERTISING', 'organic social': 'SOCIAL',
  facebook: 'SOCIAL', twitter: 'SOCIAL', linkedin: 'SOCIAL', instagram: 'SOCIAL', 'trade show': 'FAIR', 'cold call': 'PHONE', partner: 'PARTNER', 'offline sources': 'OTHER', feria: 'FAIR',
};

/** The longest list of words that is shown to be told apart. */
export const mostWords = 40;

/**
 * What each word of a column means for a target that is a choice: text → choice, empty for what is not known. Null where the
 * target is no choice, or every word is understood as it is.
 */
export function guessValues(cells: readonly string[], { key, field, reads, labels }: Target): Readonly<Record<string, string>> | null {
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
