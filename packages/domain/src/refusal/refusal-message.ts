import { reasonText } from './reasons/index.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

export type Language = 'en' | 'es';

type Texts = Record<RefusalCode, (shown: Record<string, string | number>) => string>;

const english: Texts = {
  ALREADY_EXISTS: ({ value }) => `${named(value, 'This')} is already taken. Open the existing one or choose another value.`,
  CONFLICT: ({ reason }) => `This does not fit what is there now${ended(reason)}. Reload and try again.`,
  FORBIDDEN: () => 'Your role does not allow this. Ask an administrator.',
  GATE_NOT_MET: ({ stageEn, missingEn }) => `To leave ${named(stageEn, 'this stage')} something is still missing${ended(missingEn)}.`,
  IDEMPOTENCY_MISMATCH: () => 'This idempotency key was used for another request. Send a new key.',
  INVALID: ({ reason }) => `This value is not valid${ended(reason)}.`,
  INVALID_CHECKSUM: ({ value }) => `The check digit of ${named(value, 'this number')} is wrong. Compare it with the document.`,
  INVALID_FORMAT: ({ value, example }) => `${named(value, 'This')} is not in the expected form${example ? `, for example ${example}` : ''}.`,
  LEAD_CLOSED: () => 'This lead has ended already. Capture a new one.',
  LEAD_NOT_QUALIFIED: ({ criteriaEn }) => `The lead does not qualify yet${ended(criteriaEn)}. Answer what is open, recycle it or disqualify it.`,
  NOT_FOUND: () => 'It does not exist, or you may not see it.',
  OPPORTUNITY_CLOSED: () => 'This opportunity is closed, and that is final. Open a new one.',
  OUT_OF_RANGE: ({ minimum, maximum, isDay }) => {
    if (minimum !== undefined && maximum !== undefined) return `Give a value between ${minimum} and ${maximum}.`;
    if (minimum !== undefined) return `Give ${minimum} or ${isDay ? 'later' : 'more'}.`;
    return maximum === undefined ? 'This value is out of range.' : `Give ${maximum} or ${isDay ? 'earlier' : 'less'}.`;
  },
  POSSIBLE_DUPLICATE: ({ customerName, ownerName, reasonsEn }) => `${customerName ? named(customerName, '') : `A customer of ${ownerName ?? 'another team'}`} may be the same customer${ended(reasonsEn)}. `
    + 'Open that one, or create this one all the same (evenIfDuplicate).',
  REQUIRED: () => 'Fill this in.',
  RULE_INVALID: ({ reason }) => `The rule cannot be read${ended(reason)}.`,
  STALE_VERSION: ({ by }) => `${named(by, 'Somebody else')} changed this meanwhile. Look at the new values and save again.`,
  TOO_LONG: ({ maximum }) => `Shorten this to ${maximum ?? 'fewer'} characters.`,
};

const spanish: Texts = {
  ALREADY_EXISTS: ({ value }) => `${quoted(value, 'Este valor')} ya existe. Abre el que hay o elige otro valor.`,
  CONFLICT: ({ reason }) => `Esto no encaja con lo que hay ahora${ended(reason)}. Recarga y vuelve a intentarlo.`,
  FORBIDDEN: () => 'Tu rol no lo permite. Pídeselo a un administrador.',
  GATE_NOT_MET: ({ stageEs, missingEs }) => `Para salir de ${quoted(stageEs, 'esta fase')} todavía falta algo${ended(missingEs)}.`,
  IDEMPOTENCY_MISMATCH: () => 'Esta clave de idempotencia se usó en otra petición. Envía una clave nueva.',
  INVALID: ({ reason }) => `Este valor no es válido${ended(reason)}.`,
  INVALID_CHECKSUM: ({ value }) => `El dígito de control de ${quoted(value, 'este número')} no es correcto. Compáralo con el documento.`,
  INVALID_FORMAT: ({ value, example }) => `${quoted(value, 'Este valor')} no tiene la forma esperada${example ? `, por ejemplo ${example}` : ''}.`,
  LEAD_CLOSED: () => 'Este lead ya ha terminado. Captura uno nuevo.',
  LEAD_NOT_QUALIFIED: ({ criteriaEs }) => `El lead todavía no está cualificado${ended(criteriaEs)}. Responde lo que falta, recíclalo o descualifícalo.`,
  NOT_FOUND: () => 'No existe o no puedes verlo.',
  OPPORTUNITY_CLOSED: () => 'Esta oportunidad está cerrada, y eso es definitivo. Abre una nueva.',
  OUT_OF_RANGE: ({ minimum, maximum, isDay }) => {
    if (minimum !== undefined && maximum !== undefined) return `Indica un valor entre ${minimum} y ${maximum}.`;
    if (minimum !== undefined) return `Indica ${minimum} o ${isDay ? 'después' : 'más'}.`;
    return maximum === undefined ? 'Este valor queda fuera de lo admitido.' : `Indica ${maximum} o ${isDay ? 'antes' : 'menos'}.`;
  },
  POSSIBLE_DUPLICATE: ({ customerName, ownerName, reasonsEs }) => `${customerName ? quoted(customerName, '') : `Un cliente de ${ownerName ?? 'otro equipo'}`} puede ser el mismo cliente${ended(reasonsEs)}. `
    + 'Abre el que hay o crea este de todos modos (evenIfDuplicate).',
  REQUIRED: () => 'Rellena este campo.',
  RULE_INVALID: ({ reason }) => `La regla no se puede leer${ended(reason)}.`,
  STALE_VERSION: ({ by }) => `${quoted(by, 'Otra persona')} lo ha cambiado entretanto. Mira los valores nuevos y guarda otra vez.`,
  TOO_LONG: ({ maximum }) => `Acórtalo a ${maximum ?? 'menos'} caracteres.`,
};

/** How whoever asks writes a day, or the day of an instant, given as ISO 8601. */
export type TellDay = (iso: string) => string;

const asDate: TellDay = (iso) => iso.slice(0, 10);

/** What the viewer reads: what is wrong and what to do about it, in his language. */
export function refusalMessage(refusal: Refusal, language: Language, tellDay: TellDay = asDate): string {
  const texts = language === 'es' ? spanish : english;
  const { because, ...details } = refusal.details ?? {};
  const reason = because === undefined ? undefined : reasonText(String(because), details, language);
  const bounds = refusal.code === 'OUT_OF_RANGE' ? boundsOf(details, language, tellDay) : {};
  return texts[refusal.code]({ ...details, ...bounds, ...(reason === undefined ? {} : { reason }) });
}

/** Bounds as people write numbers and days. */
function boundsOf(details: Readonly<Record<string, string | number>>, language: Language, tellDay: TellDay): Record<string, string | number> {
  const bounds = Object.entries(details).filter(([name]) => name === 'minimum' || name === 'maximum');
  const isDay = bounds.some(([, bound]) => instant.test(String(bound)));
  return { ...Object.fromEntries(bounds.map(([name, bound]) => [name, tellBound(bound, language, tellDay)])), ...(isDay ? { isDay: 1 } : {}) };
}

const instant = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/;

function tellBound(bound: string | number, language: Language, tellDay: TellDay): string {
  const text = String(bound);
  if (instant.test(text)) return tellDay(text);
  const number = Number(bound);
  return Number.isNaN(number) ? text : new Intl.NumberFormat(language === 'es' ? 'es-ES' : 'en-GB', { maximumFractionDigits: 12 }).format(number);
}

/** As English quotes, and as Spanish does. */
const named = (value: string | number | undefined, otherwise: string): string => (value === undefined ? otherwise : `“${value}”`);
const quoted = (value: string | number | undefined, otherwise: string): string => (value === undefined ? otherwise : `«${value}»`);

const ended = (reason: string | number | undefined): string => (reason === undefined ? '' : `: ${reason}`);
