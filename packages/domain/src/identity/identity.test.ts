import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { companyNameKey, identityKeys, normaliseEmail, normalisePhone, personNameKey, searchKey, validateIban } from './index.ts';
import { phoneCases, validationDataIsThere } from './validation.fixture.ts';

describe('e-mail addresses', () => {
  it.each([
    [' Ana.Perez@Empresa.ES ', 'ana.perez@empresa.es'],
    ['Ana Pérez <ana@empresa.es>', 'ana@empresa.es'],
    ['mailto:ana+web@sub.empresa.co.uk;', 'ana+web@sub.empresa.co.uk'],
    ['info@españa.es', 'info@españa.es'],
    ['an\u200Ba@empresa.es', 'ana@empresa.es'],
  ])('reads %s', (text, address) => expect(normaliseEmail(text)).toBe(address));

  it.each(['ana', 'ana@', '@empresa.es', 'ana@empresa', 'ana@@empresa.es', 'a..b@empresa.es', 'ana@-empresa.es', `${'a'.repeat(65)}@empresa.es`, 'ana@1.2.3.4'])(
    'refuses %s', (text) => expect(normaliseEmail(text)).toMatchObject({ code: 'INVALID_FORMAT' }));

  it('asks for what is empty', () => expect(normaliseEmail('  ')).toMatchObject({ code: 'REQUIRED' }));
});

describe('names', () => {
  it.each([
    ['Construcciones Pérez, S.L.', 'construcciones perez'],
    ['CONSTRUCCIONES PEREZ SL', 'construcciones perez'],
    ['Construcciones Pérez S. L. U.', 'construcciones perez'],
    ['Construcciones Pérez Sociedad Limitada', 'construcciones perez'],
    ['Müller & Söhne GmbH & Co. KG', 'muller sohne'],
    ['Straße Handels GmbH', 'strasse handels'],
    ['Smith and Sons Ltd.', 'smith sons'],
    ["L'Oréal S.A.", 'loreal'],
    ['Padaria Silva, Lda.', 'padaria silva'],
    ['Boulangerie Dupont SARL', 'boulangerie dupont'],
    ['Tulp B.V.', 'tulp'],
    ['Telas S.A. de C.V.', 'telas'],
    ['S.A.', 'sa'],
    ['SAP', 'sap'],
  ])('%s is kept as %s', (name, key) => expect(companyNameKey(name)).toBe(key));

  it('finds persons whatever the order of their names', () => {
    expect(personNameKey('García López, Ana')).toBe(personNameKey('ana GARCIA LÓPEZ'));
    expect(personNameKey('Dña. María del Carmen Ruiz')).toBe('carmen maria ruiz');
    expect(personNameKey('D.')).toBe('d');
    expect(searchKey('  Ñandú  ÁRBOL ')).toBe('nandu arbol');
  });
});

describe('account numbers', () => {
  it('checks length and digits', () => {
    expect(validateIban('es91 2100 0418 4502 0005 1332')).toEqual({ value: 'ES9121000418450200051332', country: 'ES' });
    expect(validateIban('IBAN: GB29 NWBK 6016 1331 9268 19')).toEqual({ value: 'GB29NWBK60161331926819', country: 'GB' });
    expect(validateIban('DE89370400440532013000')).toEqual({ value: 'DE89370400440532013000', country: 'DE' });
    expect(validateIban('ES9121000418450200051333')).toMatchObject({ code: 'INVALID_CHECKSUM' });
    expect(validateIban('ES912100041845020005133')).toMatchObject({ code: 'INVALID_FORMAT' });
    expect(validateIban('US12345678')).toMatchObject({ code: 'INVALID_FORMAT' });
  });
});

describe('telephones', () => {
  it('reads national and international numbers', () => {
    expect(normalisePhone('612 34 56 78', 'ES')).toEqual({ e164: '+34612345678', country: 'ES', valid: true, mobile: true, extension: null });
    expect(normalisePhone('91 123 45 67 ext 4', 'ES')).toMatchObject({ e164: '+34911234567', mobile: false, extension: '4' });
    expect(normalisePhone('no tiene', 'ES')).toMatchObject({ code: 'INVALID_FORMAT' });
    expect(normalisePhone('+442079460958', 'ZZ')).toMatchObject({ e164: '+442079460958', country: 'GB' });
  });

  it.skipIf(!validationDataIsThere)('agrees with libphonenumber on every case (skipped without ORBITA_TEST_DATA)', () => {
    const answers = phoneCases().map(({ input, region }) => {
      const answer = normalisePhone(input, region);
      return isRefused(answer) ? { input, refused: true } : { input, e164: answer.e164, valid: answer.valid, ext: answer.extension };
    });
    expect(answers).toEqual(phoneCases().map(({ input, e164, valid, ext }) => (e164 ? { input, e164, valid, ext } : { input, refused: true })));
  });
});

describe('identity keys', () => {
  it('are e-mail, tax number and foreign ids, each once', () => {
    expect(identityKeys({
      emails: ['ana@empresa.es', 'ana@empresa.es'], taxId: { country: 'ES', value: 'B58378431' },
      externalIds: [{ system: 'Holded', id: ' 17 ' }, { system: 'shop', id: '' }],
    })).toEqual([
      { kind: 'EMAIL', value: 'ana@empresa.es' }, { kind: 'TAX_ID', value: 'ES:B58378431' }, { kind: 'EXTERNAL_ID', value: 'holded:17' },
    ]);
    expect(identityKeys({ emails: [], taxId: { country: 'ES', value: 'NA' }, externalIds: [] })).toEqual([]);
  });
});
