import type { Language } from '#refusal';
import type { Reason, Shown } from './english.ts';

type Texts = Readonly<Partial<Record<Reason, (shown: Shown) => string>>>;

const english: Texts = {
  IS_THERE: () => 'It is here already and was left as it is, as was chosen (“Leave it alone”).',
  LIKELY_THERE: () => 'Somebody very like this customer is here already, so the row was left out, as was chosen (“Leave him out”).',
  KEPT: ({ columns }) => `What was there was kept: ${columns}. To have the file decide, choose “Write over it” for what is here already.`,
  UNKNOWN_COUNTRY: ({ value }) => `“${value}” is no country. Write its name or its ISO 3166 code.`,
  NO_CUSTOMER: ({ value }) => `No customer has the id “${value}” in this system. Import the customers first, or say which column holds their name.`,
  NO_PRODUCT: ({ value }) => `No product has the code “${value}”. Import the products first.`,
  NO_BUSINESS_LINE: ({ value }) => `There is no line of business “${value}”. Set it up, or say beside its column what the word means.`,
  NO_RATE: ({ from, to, date }) => `No rate from ${from} to ${to} is known for ${date}. Enter it among the company's rates.`,
  IN_THE_FUTURE: () => 'The date is in the future. Correct it, or the order of day and month (“How the file is written”).',
  NO_STAGE: ({ value, stages }) => `The pipeline has no stage “${value}”. It has ${stages}. Add the stage, or say beside its column what the word means.`,
  NO_PIPELINE: ({ value, pipelines }) => `There is no pipeline “${value}”. There are ${pipelines}. Set it up, or say beside its column what the word means.`,
  NO_OWNER: ({ value }) => `Nobody who works here has the e-mail or name “${value}”. Say who takes over from him, or choose “Without owner” for such rows.`,
  WRONG_ENCODING: ({ name, encoding }) => `${name} is not ${encoding}. Choose another encoding (“How the file is written”).`,
  NO_COLUMN: ({ column, header }) => `The file has no column “${column}”; it has ${header}.`,
  ONE_COLUMN: ({ column, separator, header }) => `The file has no column “${column}”. Its whole heading is one column (${header}): do ${separator} part its columns? Choose it (“How the file is written”).`,
  STOPPED: () => 'Stopped. Go on, and it continues where it stood.',
};

const spanish: Texts = {
  IS_THERE: () => 'Ya está aquí y se ha dejado como está, como se eligió («Dejarlo como está»).',
  LIKELY_THERE: () => 'Ya hay aquí alguien muy parecido a este cliente, así que la fila se ha omitido, como se eligió («Omitirlo»).',
  KEPT: ({ columns }) => `Se ha conservado lo que había: ${columns}. Para que decida el fichero, elige «Sobrescribirlo» para lo que ya está aquí.`,
  UNKNOWN_COUNTRY: ({ value }) => `«${value}» no es un país. Escribe su nombre o su código ISO 3166.`,
  NO_CUSTOMER: ({ value }) => `Ningún cliente tiene el identificador «${value}» en este sistema. Importa antes los clientes o di qué columna lleva su nombre.`,
  NO_PRODUCT: ({ value }) => `Ningún producto tiene el código «${value}». Importa antes los productos.`,
  NO_BUSINESS_LINE: ({ value }) => `No hay línea de negocio «${value}». Créala o di junto a su columna qué significa la palabra.`,
  NO_RATE: ({ from, to, date }) => `No se conoce el cambio de ${from} a ${to} del ${date}. Anótalo entre los cambios de la empresa.`,
  IN_THE_FUTURE: () => 'La fecha está en el futuro. Corrígela, o el orden de día y mes («Cómo está escrito el fichero»).',
  NO_STAGE: ({ value, stages }) => `El embudo no tiene fase «${value}». Tiene ${stages}. Añade la fase o di junto a su columna qué significa la palabra.`,
  NO_PIPELINE: ({ value, pipelines }) => `No hay embudo «${value}». Hay ${pipelines}. Créalo o di junto a su columna qué significa la palabra.`,
  NO_OWNER: ({ value }) => `Nadie que trabaje aquí tiene el correo o nombre «${value}». Di quién toma lo suyo o elige «Sin responsable» para estas filas.`,
  WRONG_ENCODING: ({ name, encoding }) => `${name} no está en ${encoding}. Elige otra codificación («Cómo está escrito el fichero»).`,
  NO_COLUMN: ({ column, header }) => `El fichero no tiene columna «${column}»; tiene ${header}.`,
  ONE_COLUMN: ({ column, separator, header }) => `El fichero no tiene columna «${column}». Toda su cabecera es una columna (${header}): ¿se separan con ${separator}? Elígelo («Cómo está escrito el fichero»).`,
  STOPPED: () => 'Detenida. Continúa, y seguirá donde estaba.',
};

/** What is said otherwise to whoever has a screen before him and no mapping file. */
export const onScreen: Readonly<Record<Language, Texts>> = { en: english, es: spanish };
