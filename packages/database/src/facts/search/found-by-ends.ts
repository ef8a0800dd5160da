import { type RawBuilder, sql } from 'kysely';

const shortestEnd = 4;

const literal = (text: string): string => text.replace(/[%_\\]/g, '\\$&');
const reversed = (text: string): string => [...text].reverse().join('');

/** The digits of what is nothing but a number, as people write one; undefined where they are too few to tell anything by. */
function digitsOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  return /^[+\d\s().-]+$/.test(text) && digits.length >= shortestEnd ? digits : undefined;
}

/** Whether the number of an order begins with a text or, where that is digits, ends with them; small letters are as large ones. */
export function orderNumbered(order: string, text: string): RawBuilder<boolean> {
  const number = sql`upper(${sql.ref(`${order}.number`)})`;
  const begins = sql<boolean>`(${number} collate "C") like ${`${literal(text.trim().toUpperCase())}%`}`;
  const digits = digitsOf(text);
  return digits === undefined ? begins : sql<boolean>`(${begins} or reverse(${number}) like ${`${reversed(digits)}%`})`;
}

/** Whether a way to reach somebody is a telephone that ends with the digits of a text; undefined where that is none. */
export function telephoneEnding(point: string, text: string): RawBuilder<boolean> | undefined {
  const digits = digitsOf(text);
  return digits === undefined ? undefined : sql<boolean>`(
    ${sql.ref(`${point}.kind`)} in ('PHONE', 'MOBILE', 'MESSAGING') and reverse(${sql.ref(`${point}.normalised`)}) like ${`${reversed(digits)}%`})`;
}
