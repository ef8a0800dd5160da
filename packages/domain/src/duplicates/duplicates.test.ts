import { describe, expect, it } from 'vitest';
import { type CustomerInput, prepareCustomer } from '#customers';
import { isRefused } from '#refusal';
import { blockingKeys, duplicateReasonKinds, duplicateReasonLabels, judgeDuplicate, type Profile, profileOf, tellReasons } from './index.ts';
import { jaroWinkler } from './compare/text-likeness.ts';
import { soundKey } from './compare/sound-key.ts';

function profile(input: CustomerInput): Profile {
  const prepared = prepareCustomer(input, { country: 'ES' });
  if (isRefused(prepared)) throw new Error(`${prepared.code} ${prepared.field}`);
  return profileOf(prepared);
}

type Said = Partial<CustomerInput> & { phone?: string; email?: string; street?: string; city?: string; postalCode?: string };

const made = (kind: CustomerInput['kind']) => ({ phone, email, street, city, postalCode, ...said }: Said): Profile => profile({
  kind, ...said,
  contactPoints: [...(phone ? [{ kind: 'PHONE', value: phone } as const] : []), ...(email ? [{ kind: 'EMAIL', value: email } as const] : [])],
  addresses: street || city || postalCode ? [{ kind: 'HOME', street, city, postalCode }] : [],
});
const person = (givenName: string | null, familyName: string | null, said: Said = {}) => made('PERSON')({ givenName, familyName, ...said });
const company = (name: string, said: Said = {}) => made('ORGANISATION')({ name, ...said });

const mayor = { street: 'C/ Mayor, 5, 3º B', city: 'Haro', postalCode: '26200' };
const ana = { phone: '612 345 678', birthDate: '1980-02-11' };

/** Whoever shares a key is compared: two that are likely must. */
const meet = (one: Profile, other: Profile): boolean => blockingKeys(one).some((key) => blockingKeys(other).includes(key));

describe('one person, written twice', () => {
  it.each<[string, Profile, Profile]>([
    ['without accents', person('Ana', 'Pérez Gil', ana), person('ana', 'PEREZ GIL', { birthDate: '1980-02-11' })],
    ['with one of two family names', person('Ana', 'Pérez Gil', { phone: '612345678' }), person('Ana', 'Pérez', { phone: '+34 612 34 56 78' })],
    ['by a pet name', person('José', 'Zubizarreta', mayor), person('Pepe', 'Zubizarreta', mayor)],
    ['by one of two given names', person('María del Carmen', 'Ruiz Sanz', mayor), person('Carmen', 'Ruiz Sanz', mayor)],
    ['with given and family name swapped', person('Ortega', 'Lucía', { birthDate: '1991-12-03' }), person('Lucía', 'Ortega', { birthDate: '1991-12-03' })],
    ['with day and month swapped', person('Iker', 'Etxeberria', { birthDate: '1991-03-12' }), person('Iker', 'Echeverría', { birthDate: '1991-12-03', city: 'Haro' })],
    ['with the street abbreviated', person('Nuria', 'Vallejo Peña', mayor), person('Núria', 'Vallejo', { street: 'Calle Mayor 5', city: 'Haro' })],
    ['with a mistyped postal code', person('Nuria', 'Vallejo Peña', mayor), person('Nuria', 'Valejo Peña', { ...mayor, postalCode: '26020' })],
    ['with the postal code alone in common, two digits swapped', person('Kylie', 'Koziol', { ...ana, postalCode: '26200' }), person('Kylvie', 'Koziol', { ...ana, postalCode: '26020' })],
    ['with the kind of street mistyped and the building added', person('Aidan', 'Blackwell', { street: '24 Eddy Crscent', postalCode: '2121', birthDate: '1919-08-07' }),
      person('Aidan', 'Blackwell', { street: '24 Eddy Crescent, Crosshills', postalCode: '2121', birthDate: '1998-09-11' })],
    ['in a street whose name is nearly a kind', person('Nuria', 'Vallejo', { ...mayor, street: 'Calle Puerto 5' }), person('Nuria', 'Vallejo', { ...mayor, street: 'C/ Puerto, 5' })],
    ['with another mailbox of the same name', person('Olga', 'Barrachina', { email: 'olga.barrachina@gmail.com' }), person('Olga', 'Barrachina', { email: 'olgabarrachina@hotmail.es' })],
  ])('%s is likely', (_, one, other) => {
    expect(judgeDuplicate(one, other)).toMatchObject({ verdict: 'LIKELY' });
    expect(judgeDuplicate(other, one).score).toBe(judgeDuplicate(one, other).score);
    expect(meet(one, other)).toBe(true);
  });
});

describe('two persons', () => {
  it.each<[string, Profile, Profile]>([
    ['father and son, whose second family names differ', person('José', 'García López', mayor), person('José', 'García Vidal', mayor)],
    ['father and son of one name, a generation apart', person('José', 'García', { ...mayor, birthDate: '1950-05-01' }), person('José', 'García', { ...mayor, birthDate: '1981-09-20' })],
    ['brothers in one house with one telephone', person('Luis', 'Barrachina Gil', { ...mayor, phone: '941310000' }), person('Marta', 'Barrachina Gil', { ...mayor, phone: '941310000' })],
    ['brother and sister of nearly one name', person('Mario', 'Barrachina Gil', mayor), person('María', 'Barrachina Gil', mayor)],
    ['sisters of two given names', person('María José', 'Barrachina Gil', mayor), person('María Isabel', 'Barrachina Gil', mayor)],
    ['cousins in one street', person('Pablo', 'Vallejo Vidal', mayor), person('Pablo', 'Vallejo Ripoll', { ...mayor, street: 'C/ Mayor, 38' })],
    ['of one name in the main streets of two towns', person('Berta', 'Cifuentes', mayor), person('Berta', 'Cifuentes', { street: 'Calle Mayor 38', city: 'Zaragoza', postalCode: '50001' })],
    ['a couple in one house with one telephone', person('Luis', 'Barrachina Gil', { ...mayor, phone: '941310000' }), person('Eva', 'Ortún Vera', { ...mayor, phone: '941310000' })],
    ['of a common name in one city', person('María', 'García', { city: 'Madrid', postalCode: '28001' }), person('María', 'García', { city: 'Madrid', postalCode: '28020' })],
    ['of one name, born on other days', person('Ana', 'Pérez Gil', { birthDate: '1980-02-11' }), person('Ana', 'Pérez Gil', { birthDate: '1984-07-30' })],
    ['of one rare name, of whom nothing else is known', person('Iker', 'Zubizarreta'), person('Iker', 'Zubizarreta')],
    ['of whom only the birthday is one', person('Ana', 'Pérez', { birthDate: '1980-02-11' }), person('Luis', 'Vera', { birthDate: '1980-02-11' })],
    ['who share the telephone of an office', person('Ana', 'Pérez', { phone: '941310000' }), person('Luis', 'Vera', { phone: '941310000' })],
    ['of one name and house, with two tax numbers', person('Ana', 'Pérez Gil', { ...mayor, taxId: '12345678Z' }), person('Ana', 'Pérez Gil', { ...mayor, taxId: '87654321X' })],
  ])('%s are two', (_, one, other) => expect(judgeDuplicate(one, other)).toMatchObject({ verdict: 'NO' }));

  it('twins of one house are a question, with what speaks against it', () => {
    const twins = judgeDuplicate(person('Luis', 'Barrachina', { ...mayor, birthDate: '2001-01-09' }), person('Marta', 'Barrachina', { ...mayor, birthDate: '2001-01-09' }));
    expect(twins).toMatchObject({ verdict: 'LIKELY', reasons: expect.arrayContaining([expect.objectContaining({ kind: 'OTHER_GIVEN_NAME' })]) });
  });
});

describe('companies', () => {
  const site = { street: 'Polígono Industrial Cantabria, 12', city: 'Logroño', postalCode: '26009' };
  it.each<[string, Profile, Profile]>([
    ['with another legal form', company('Construcciones Barrena, S.L.'), company('CONSTRUCCIONES BARRENA SLU')],
    ['misspelt at one site', company('Talleres Etxebarria', site), company('Talleres Echevarria SL', site)],
    ['shortened, with one telephone', company('Bodegas Ríos de Haro', { phone: '941310000' }), company('Bodegas Ríos', { phone: '941310000' })],
    ['shortened, with one domain', company('Grupo Lambda Iberia', { email: 'info@lambda.es' }), company('Lambda', { email: 'ventas@lambda.es' })],
    ['kept once as a person', company('Nuria Vallejo Peña', mayor), person('Nuria', 'Vallejo Peña', mayor)],
  ])('%s are likely one', (_, one, other) => {
    expect(judgeDuplicate(one, other)).toMatchObject({ verdict: 'LIKELY' });
    expect(meet(one, other)).toBe(true);
  });

  it.each<[string, Profile, Profile]>([
    ['branches in two cities', company('Ferretería Arana', site), company('Ferretería Arana', { street: 'Gran Vía 3', city: 'Bilbao', postalCode: '48001' })],
    ['numbered shops', company('Farmacia Central 1', site), company('Farmacia Central 2', site)],
    ['behind one switchboard', company('Asesoría Nalda', { phone: '941310000' }), company('Transportes Ubis', { phone: '941310000' })],
    ['in one building', company('Asesoría Nalda', site), company('Transportes Ubis', site)],
    ['of one trade', company('Construcciones y Reformas', { city: 'Haro' }), company('Construcciones', { city: 'Haro' })],
    ['with two tax numbers', company('Bodegas Ríos', { ...site, taxId: 'B58378431' }), company('Bodegas Ríos', { ...site, taxId: 'A58818501' })],
  ])('%s are two', (_, one, other) => expect(judgeDuplicate(one, other)).toMatchObject({ verdict: 'NO' }));
});

describe('exact keys', () => {
  it('are certain, an e-mail unless the names contradict it', () => {
    const familyMail = { email: 'familia@vera.es' };
    expect(judgeDuplicate(company('Bodegas Ríos', { taxId: 'B58378431' }), company('Otra', { taxId: 'b-58378431' }))).toMatchObject({ verdict: 'CERTAIN', reasons: [{ kind: 'SAME_TAX_ID' }, {}] });
    expect(judgeDuplicate(person('Ana', 'Vera', familyMail), person('A.', 'Vera', familyMail))).toMatchObject({ verdict: 'CERTAIN' });
    expect(judgeDuplicate(person('familia@vera.es', null, familyMail), person('Luis', 'Vera', familyMail))).toMatchObject({ verdict: 'CERTAIN' });
    expect(judgeDuplicate(person('Ana', null, familyMail), person(null, 'Vera', familyMail))).toMatchObject({ verdict: 'CERTAIN' });
    expect(judgeDuplicate(person('Ana', 'Vera', familyMail), person('Luis', 'Vera', familyMail))).toMatchObject({ verdict: 'LIKELY' });
    expect(judgeDuplicate(company('Asesoría Nalda', familyMail), person('Ana', 'Vera', familyMail))).toMatchObject({ verdict: 'CERTAIN' });
    expect(judgeDuplicate(company('Asesoría Nalda', familyMail), company('Transportes Ubis', familyMail))).toMatchObject({ verdict: 'LIKELY' });
  });
});

describe('the parts', () => {
  it('are told in one line, what speaks against it apart', () => {
    const reasons = [{ kind: 'SAME_PHONE', points: 11 }, { kind: 'NAME_ALIKE', points: 15 }, { kind: 'OTHER_BIRTH_DATE', points: -6 }] as const;
    expect(tellReasons(reasons, 'en')).toBe('Same telephone; very similar name');
    expect(tellReasons(reasons, 'es', 'AGAINST')).toBe('Otra fecha de nacimiento');
  });

  it('give every reason words in both languages', () => {
    for (const kind of duplicateReasonKinds) expect(Object.values(duplicateReasonLabels[kind])).not.toContain('');
  });

  it.each([['martha', 'marhta', 0.961], ['dixon', 'dicksonx', 0.813], ['dwayne', 'duane', 0.84], ['abc', 'xyz', 0]])('Jaro–Winkler of %s and %s is %d, as published', (one, other, likeness) =>
    expect(jaroWinkler(one, other)).toBeCloseTo(likeness, 3));

  it.each([['jimenez', 'gimenez'], ['vazquez', 'basques'], ['etxeberria', 'echeverria'], ['hernandez', 'ernandez'], ['kike', 'quique']])('%s sounds like %s', (one, other) =>
    expect(soundKey(one)).toBe(soundKey(other)));
});
