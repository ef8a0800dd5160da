/** Where what somebody else wrote earlier begins; every line below it is his. */
const quoteBegins = [
  /^-{2,} ?(?:original message|forwarded message|mensaje original|mensaje reenviado|missatge original|message d'origine|ursprüngliche nachricht|messaggio originale|mensagem original) ?-{2,}$/i,
  /^_{20,}$/,
  /^(?:on|el|le|am|il|em) .{5,200} (?:wrote|escribió|va escriure|a écrit|schrieb.*|ha scritto|escreveu) ?:$/i,
];
const header = /^\*?(?:from|sent|to|date|subject|de|enviado(?: el)?|para|fecha|asunto|von|gesendet|betreff|envoyé|objet) ?:\*? \S/i;
/** Where the signature begins, by the old convention or by what telephones add. */
const signatureBegins = [
  /^-- ?$/,
  /^(?:sent from|get outlook for|enviado desde|obtener outlook para|enviat des de|envoyé de|gesendet von|inviato da) (?:my |mi |meu |mon |meinem )?[\p{L}\d .]{2,40}$/iu,
];
const farewell = /^(?:(?:un |muchos )?(?:cordial )?saludos?(?: cordiales?)?|atentamente|gracias y (?:un )?saludos?|(?:best|kind|warm)(?: regards)?|regards|sincerely|yours (?:truly|sincerely|faithfully)|cheers)[.,!]?$/i;
const longestSignature = 8;
const longestSignatureLine = 80;

/**
 * What a person wrote in an e-mail, without the messages he answers and without his signature: from the first line that
 * opens a quote all goes, from a farewell on only what is as short as a signature. Nothing is left out that would leave
 * nothing.
 */
export function writtenText(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00A0', ' ').split('\n').map((line) => line.trimEnd());
  const whole = tidy(lines);
  const own = beforeQuote(lines).filter((line) => !/^ ?>/.test(line));
  return tidy(beforeSignature(own)) || tidy(own) || whole;
}

function beforeQuote(lines: readonly string[]): readonly string[] {
  const begins = lines.findIndex((_, index) => opensQuote(lines, index));
  return begins < 0 ? lines : lines.slice(0, begins);
}

/** The line that says who wrote may be broken in two; three header lines together open a quote without any. */
function opensQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.trim() ?? '';
  const joined = `${line} ${lines[index + 1]?.trim() ?? ''}`;
  if (quoteBegins.some((begins) => begins.test(line))) return true;
  if (line !== '' && quoteBegins[2]?.test(joined)) return true;
  return [0, 1, 2].every((offset) => header.test(lines[index + offset]?.trim() ?? ''));
}

function beforeSignature(lines: readonly string[]): readonly string[] {
  const begins = lines.findIndex((line, index) => signatureBegins.some((one) => one.test(line.trim() === '--' ? '--' : line.trim())) || saysFarewell(lines, index));
  return begins < 0 ? lines : lines.slice(0, begins);
}

function saysFarewell(lines: readonly string[], index: number): boolean {
  if (!farewell.test(lines[index]?.trim() ?? '')) return false;
  let left = longestSignature;
  for (let below = index + 1; below < lines.length; below += 1) {
    const line = lines[below] ?? '';
    if (line.trim() === '') continue;
    // Told at the first line too many: a text may be nothing but farewells.
    if (left === 0 || line.length > longestSignatureLine) return false;
    left -= 1;
  }
  return true;
}

const tidy = (lines: readonly string[]): string => lines.join('\n').replaceAll(/\n{3,}/g, '\n\n').trim();
