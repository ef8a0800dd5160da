import { keyWords } from './search-key.ts';

/** Legal forms in the words that remain after folding; the longest is removed first. */
const legalForms = [
  'sociedad limitada nueva empresa', 'sociedad limitada unipersonal', 'sociedad limitada laboral', 'sociedad limitada profesional',
  'sociedad de responsabilidad limitada', 'sociedad limitada', 'sociedad anonima unipersonal', 'sociedad anonima laboral',
  'sociedad anonima de capital variable', 'sociedad anonima', 'sociedad cooperativa', 'sociedad civil', 'comunidad de bienes',
  'sl', 'slu', 'sll', 'slp', 'slne', 'srl', 's de rl de cv', 'sde rl de cv', 's de rl', 'sa', 'sau', 'sal', 'sad', 'sa de cv', 'sab de cv', 'sas',
  'scoop', 's coop', 'coop v', 'scl', 'scp', 'sc', 'scv', 'sccl', 'cb', 'aie', 'ute', 'spa', 'srls', 'snc', 'sapa',
  'gmbh', 'gmbh & co kg', 'mbh', 'ag', 'kg', 'ohg', 'ug', 'ug haftungsbeschrankt', 'ev', 'eg', 'gesellschaft mit beschrankter haftung',
  'ltd', 'limited', 'llp', 'plc', 'inc', 'incorporated', 'llc', 'corp', 'corporation', 'co', 'company', 'co ltd', 'pty ltd', 'pvt ltd', 'lp',
  'sarl', 'eurl', 'sasu', 'sci', 'sca', 'lda', 'limitada', 'ltda', 'unipessoal lda', 'eireli', 'me', 'epp',
  'bv', 'nv', 'vof', 'cv', 'bvba', 'sprl', 'srl bv', 'ab', 'as', 'asa', 'aps', 'oy', 'oyj', 'sp z oo', 'sp zoo', 'spzoo', 'sro', 'doo', 'kft', 'ood', 'eood',
].map((form) => form.split(' ')).toSorted((a, b) => b.length - a.length);

const connectives = new Set(['&', '+', 'and', 'y', 'e', 'et', 'und']);

/** The key under which the same organisation is found again: no accents, case, punctuation or legal form. */
export function companyNameKey(name: string): string {
  const words = keyWords(name).filter((word) => !/^[&+]+$/.test(word) || word === '&');
  let left = words;
  for (let form = endingForm(left); form > 0; form = endingForm(left)) left = left.slice(0, left.length - form);
  const kept = left.filter((word) => !connectives.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

/** Words between the parts of a name that tell nobody apart. */
export const nameParticles: ReadonlySet<string> = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'e', 'i', 'da', 'do', 'dos', 'das', 'di', 'van', 'von', 'der', 'den', 'le']);
export const nameTitles: ReadonlySet<string> = new Set(['sr', 'sra', 'srta', 'd', 'da', 'dna', 'don', 'dona', 'mr', 'mrs', 'ms', 'miss', 'dr', 'dra', 'prof', 'ing', 'lic']);

/** The key under which the same person is found again, in whatever order his names are written; titles and particles do not count. */
export function personNameKey(name: string): string {
  const words = keyWords(name);
  const untitled = words.length > 1 && nameTitles.has(words[0] ?? '') ? words.slice(1) : words;
  const kept = untitled.filter((word) => !nameParticles.has(word));
  return (kept.length > 0 ? kept : words).toSorted().join(' ');
}

/** How many words at the end are a legal form; never all of them. */
function endingForm(words: readonly string[]): number {
  const found = legalForms.find((form) =>
    form.length < words.length && form.every((word, index) => words[words.length - form.length + index] === word));
  return found?.length ?? 0;
}
