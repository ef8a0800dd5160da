import type { Letter } from './open-mailer.ts';

export interface PasswordAsked {
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'es';
  /** Where he chooses a new one. */
  readonly address: string;
  readonly minutes: number;
}

/** To somebody who has forgotten his password, or of whom somebody else says so. */
export function passwordLetter({ name, email, language, address, minutes }: PasswordAsked): Letter {
  return language === 'es'
    ? {
      to: email, subject: 'Elige una contraseña nueva para Orbita',
      text: `Hola, ${name}:\n\nAlguien ha pedido una contraseña nueva para tu cuenta de Orbita. Si has sido tú, elígela aquí en los próximos ${minutes} minutos:\n\n${address}\n\nSi no has sido tú, no hagas nada: tu contraseña sigue siendo la misma.\n`,
    }
    : {
      to: email, subject: 'Choose a new password for Orbita',
      text: `Hello ${name},\n\nSomebody asked for a new password for your account at Orbita. If it was you, choose it here within ${minutes} minutes:\n\n${address}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
    };
}
