import { describe, expect, it } from 'vitest';
import { addressKey, countryCode, currentAddresses, isCountry, mainAddress, normaliseAddress, normalisePostalCode, provinceOfPostalCode } from './index.ts';
import { isRefused } from '#refusal';

describe('countries', () => {
  it.each([
    ['España', 'ES'], ['spain', 'ES'], ['es', 'ES'], ['UK', 'GB'], ['Reino Unido', 'GB'], ['USA', 'US'], ['EE.UU.', 'US'], ['EE. UU.', 'US'],
    ['U.S.A.', 'US'], ['México', 'MX'], ['Mexico', 'MX'], ['Méjico', 'MX'], ['Germany', 'DE'], ['Alemania', 'DE'], ['Holanda', 'NL'],
    ['Turkey', 'TR'], ['Canarias', 'ES'], ['Perú', 'PE'], ['Czech Republic', 'CZ'], ['Venezuela', 'VE'],
  ])('%s is %s', (text, code) => expect(countryCode(text)).toBe(code));

  it('knows no countries that are none', () => {
    expect([countryCode('Narnia'), countryCode('European Union'), countryCode('ZZ'), countryCode('')]).toEqual([null, null, null, null]);
    expect([isCountry('ES'), isCountry('UK'), isCountry('es'), isCountry('IC')]).toEqual([true, false, false, false]);
  });
});

describe('postal codes', () => {
  it.each([
    ['8001', 'ES', '08001', true], ['08001', 'ES', '08001', true], ['E-28013', 'ES', '28013', true], ['28.013', 'ES', '28013', true],
    ['53001', 'ES', '53001', false], ['1100-148', 'PT', '1100-148', true], ['1100148', 'PT', '1100-148', true],
    ['sw1a1aa', 'GB', 'SW1A 1AA', true], ['1012ab', 'NL', '1012 AB', true], ['2138', 'US', '02138', true], ['D-10115', 'DE', '10115', true],
    ['k1a0b1', 'CA', 'K1A 0B1', true], ['01310100', 'BR', '01310-100', true], ['whatever', 'FR', 'WHATEVER', false], ['xx 1', 'AE', 'XX 1', null],
  ] as const)('%s of %s', (text, country, value, fits) => expect(normalisePostalCode(text, country)).toEqual({ value, fits }));

  it('tell Spanish provinces', () => {
    expect(['01001', '08001', '28013', '48001', '52001', '53001', '00001', '8001'].map(provinceOfPostalCode))
      .toEqual(['Álava', 'Barcelona', 'Madrid', 'Bizkaia', 'Melilla', null, null, null]);
  });
});

describe('addresses', () => {
  const street = (text: string, country = 'ES') => {
    const address = normaliseAddress({ kind: 'BILLING', street: text, country }, 'ES');
    return isRefused(address) ? address.code : address.street;
  };

  it.each([
    ['C/ Mayor, nº 5', 'Calle Mayor, 5'], ['c/Mayor 5', 'Calle Mayor 5'], ['Av. de la Paz 3', 'Avenida de la Paz 3'], ['Avda. América,12', 'Avenida América, 12'],
    ['Pza. España 1', 'Plaza España 1'], ['Plza Mayor 1', 'Plaza Mayor 1'], ['Pº de la Castellana 100', 'Paseo de la Castellana 100'], ['Ctra. Toledo km 5', 'Carretera Toledo km 5'],
    ['Pol. Ind. Las Mercedes 7', 'Polígono Industrial Las Mercedes 7'], ['calle  Sol  2 ,', 'Calle Sol 2'], ['Cmno. Viejo s/n', 'Camino Viejo s/n'], ['Plátano 4', 'Plátano 4'],
    ['Cervantes 3', 'Cervantes 3'], ['Avilés 2', 'Avilés 2'],
  ])('%s is %s', (text, written) => expect(street(text)).toBe(written));

  it('leaves streets of other languages alone', () => expect(street('Av. Louise 3', 'BE')).toBe('Av. Louise 3'));

  it('repairs the code, fills the province and takes the company’s country', () => {
    expect(normaliseAddress({ kind: 'SHIPPING', street: 'C/ Aragó 1', city: ' Barcelona ', postalCode: '8001' }, 'ES')).toEqual({
      kind: 'SHIPPING', street: 'Calle Aragó 1', city: 'Barcelona', province: 'Barcelona', postalCode: '08001', postalCodeFits: true, country: 'ES',
    });
    expect(normaliseAddress({ kind: 'VISIT', city: 'London', country: 'UK', province: 'Greater London' }, 'ES'))
      .toMatchObject({ country: 'GB', province: 'Greater London', postalCode: null, postalCodeFits: null });
  });

  it('refuses what is no address', () => {
    expect(normaliseAddress({ kind: 'HOME', city: 'x', country: 'Narnia' }, 'ES')).toMatchObject({ code: 'INVALID', field: 'country' });
    expect(normaliseAddress({ kind: 'HOME', street: ' ' }, 'ES')).toMatchObject({ code: 'REQUIRED', field: 'street' });
    expect(normaliseAddress({ kind: 'HOME', city: 'x'.repeat(101) }, 'ES')).toMatchObject({ code: 'TOO_LONG', field: 'city' });
  });

  it('are found again however they are written', () => {
    const keys = ['C/ Aragó, nº 1', 'calle arago 1'].map((text) => {
      const address = normaliseAddress({ kind: 'HOME', street: text, postalCode: '08001' }, 'ES');
      return isRefused(address) ? address.code : addressKey(address);
    });
    expect(keys).toEqual(['es 08001 calle arago 1', 'es 08001 calle arago 1']);
  });

  it('have one current of each kind, and a main one', () => {
    const dated = [
      { id: 'a', kind: 'SHIPPING', validFrom: 5, validUntil: null }, { id: 'b', kind: 'VISIT', validFrom: 1, validUntil: null },
      { id: 'c', kind: 'VISIT', validFrom: 3, validUntil: null }, { id: 'd', kind: 'VISIT', validFrom: 9, validUntil: 10 }, { id: 'e', kind: 'VISIT', validFrom: 3, validUntil: null },
    ] as const;
    expect(currentAddresses(dated).map(({ id }) => id)).toEqual(['a', 'e']);
    expect(mainAddress(dated)?.id).toBe('e');
    expect(mainAddress([])).toBeNull();
  });
});
