/** What a public form says, as far as its door has no words of its own. */
export interface FormTexts {
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly organisation: string;
  readonly message: string;
  readonly optional: string;
  readonly send: string;
  readonly use: (company: string) => string;
  readonly privacy: string;
  readonly thanksTitle: string;
  readonly thanks: string;
  readonly again: string;
  readonly problem: Readonly<Record<FormProblem, string>>;
}

/** Why a sending was not taken. */
export type FormProblem = 'NAME' | 'EMAIL' | 'PHONE' | 'TOO_FAST' | 'LINKS' | 'TOO_MANY' | 'EXPIRED' | 'OWN' | 'OTHER';

export const formTexts: Readonly<Record<'en' | 'es', FormTexts>> = {
  en: {
    title: 'How can we help you?', name: 'Name', email: 'E-mail', phone: 'Telephone', organisation: 'Company', message: 'Message',
    optional: 'optional', send: 'Send', privacy: 'Privacy policy',
    use: (company) => `${company} uses what you write here to answer you.`,
    thanksTitle: 'Thank you', thanks: 'We have your message and will answer soon.', again: 'Write another message',
    problem: {
      NAME: 'Write your name.', EMAIL: 'Write an e-mail address at which we can answer, such as ana@example.com.',
      PHONE: 'This telephone number cannot be read. Write it with its prefix.', TOO_FAST: 'That was very quick. Check what you wrote and send it again.',
      LINKS: 'Take out the web addresses and send it again.', TOO_MANY: 'Too many messages came from here. Wait some minutes and send it again.',
      EXPIRED: 'This page was open for long. Send it again.', OWN: 'What stands in the marked field cannot be read. Check it and send it again.', OTHER: 'Something in what you wrote cannot be read. Check it and send it again.',
    },
  },
  es: {
    title: '¿En qué podemos ayudarte?', name: 'Nombre', email: 'Correo electrónico', phone: 'Teléfono', organisation: 'Empresa', message: 'Mensaje',
    optional: 'opcional', send: 'Enviar', privacy: 'Política de privacidad',
    use: (company) => `${company} usa lo que escribes aquí para responderte.`,
    thanksTitle: 'Gracias', thanks: 'Hemos recibido tu mensaje y te responderemos pronto.', again: 'Escribir otro mensaje',
    problem: {
      NAME: 'Escribe tu nombre.', EMAIL: 'Escribe un correo en el que podamos responderte, por ejemplo ana@example.com.',
      PHONE: 'Este teléfono no se puede leer. Escríbelo con su prefijo.', TOO_FAST: 'Ha sido muy rápido. Revisa lo que has escrito y envíalo otra vez.',
      LINKS: 'Quita las direcciones web y envíalo otra vez.', TOO_MANY: 'Han llegado demasiados mensajes desde aquí. Espera unos minutos y envíalo otra vez.',
      EXPIRED: 'Esta página llevaba mucho tiempo abierta. Envíalo otra vez.', OWN: 'Lo que hay en el campo marcado no se puede leer. Revísalo y envíalo otra vez.', OTHER: 'Algo de lo que has escrito no se puede leer. Revísalo y envíalo otra vez.',
    },
  },
};
