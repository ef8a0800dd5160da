import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { type CustomerFields, customerSourceLabels, customerSources, normaliseTags, prepareCustomer, updateCustomer } from './index.ts';

const company = { country: 'ES' };

describe('a new customer', () => {
  it('is stored in one form, with the keys by which he is recognised', () => {
    expect(prepareCustomer({
      kind: 'ORGANISATION', name: '  Construcciones   Pérez, S.L. ', givenName: 'dropped', taxId: 'b-58378431', language: 'es-ES', source: 'WEB',
      tags: ['VIP', 'vip ', 'Ámbar', ''],
      contactPoints: [{ kind: 'EMAIL', value: 'Info@Perez.es' }, { kind: 'PHONE', value: '912345678' }],
      addresses: [{ kind: 'BILLING', street: 'C/ Aragó 1', city: 'Barcelona', postalCode: '8001' }],
      externalIds: [{ system: 'Holded', id: ' 17 ' }, { system: 'holded', id: '17' }],
    }, company)).toEqual({
      kind: 'ORGANISATION', name: 'Construcciones Pérez, S.L.', givenName: null, familyName: null, nameKey: 'construcciones perez',
      taxId: 'B58378431', taxCountry: 'ES', birthDate: null, iban: null, language: 'es', source: 'WEB', preferredChannel: null,
      doNotContact: false, tags: ['ámbar', 'vip'],
      contactPoints: [
        { kind: 'EMAIL', value: 'Info@Perez.es', normalised: 'info@perez.es', label: null, valid: true, extension: null },
        { kind: 'PHONE', value: '912345678', normalised: '+34912345678', label: null, valid: true, extension: null },
      ],
      addresses: [{
        kind: 'BILLING', street: 'Calle Aragó 1', city: 'Barcelona', province: 'Barcelona', postalCode: '08001', postalCodeFits: true, country: 'ES',
      }],
      externalIds: [{ system: 'holded', id: '17' }],
      identityKeys: [
        { kind: 'EMAIL', value: 'info@perez.es' }, { kind: 'TAX_ID', value: 'ES:B58378431' }, { kind: 'EXTERNAL_ID', value: 'holded:17' },
      ],
      country: 'ES',
    });
  });

  it('may be a person with one name; the country follows from address, tax number, telephone, in this order', () => {
    const ana = { kind: 'PERSON', givenName: 'Ana' } as const;
    const phone = { contactPoints: [{ kind: 'PHONE', value: '+44 20 7946 0958' }] } as const;
    const taxed = { ...phone, taxId: '501964843', taxCountry: 'Portugal' };
    const countries = [ana, { ...ana, ...phone }, { ...ana, ...taxed }, { ...ana, ...taxed, addresses: [{ kind: 'HOME', city: 'Paris', country: 'Francia' } as const] }]
      .map((input) => prepareCustomer(input, company)).map((answer) => (isRefused(answer) ? answer.code : answer.country));
    expect(countries).toEqual([null, 'GB', 'PT', 'FR']);
  });

  it('takes a whole name apart where it must', () => {
    expect(prepareCustomer({ kind: 'PERSON', name: 'García López, Ana' }, company)).toMatchObject({ name: 'Ana García López', familyName: 'García López' });
    expect(prepareCustomer({ kind: 'PERSON', name: 'Ana  García López' }, company)).toMatchObject({ name: 'Ana García López', givenName: 'Ana' });
  });

  it('reads national telephones as of the address', () => {
    const lisbon = prepareCustomer({
      kind: 'PERSON', familyName: 'Silva', contactPoints: [{ kind: 'PHONE', value: '912 345 678' }], addresses: [{ kind: 'HOME', city: 'Lisboa', country: 'PT' }],
    }, company);
    expect(lisbon).toMatchObject({ name: 'Silva', contactPoints: [{ kind: 'MOBILE', normalised: '+351912345678' }] });
  });

  it.each([
    [{ kind: 'ORGANISATION', givenName: 'Ana' }, 'REQUIRED', 'name'],
    [{ kind: 'PERSON', name: ' ' }, 'REQUIRED', 'givenName'],
    [{ kind: 'PERSON', givenName: 'x'.repeat(101) }, 'TOO_LONG', 'givenName'],
    [{ kind: 'PERSON', givenName: 'Ana', birthDate: '2026-02-30' }, 'INVALID_FORMAT', 'birthDate'],
    [{ kind: 'PERSON', givenName: 'Ana', iban: 'ES00' }, 'INVALID_FORMAT', 'iban'],
    [{ kind: 'PERSON', givenName: 'Ana', taxId: '12345678A' }, 'INVALID_CHECKSUM', 'taxId'],
    [{ kind: 'PERSON', givenName: 'Ana', taxId: '1', taxCountry: 'Narnia' }, 'INVALID', 'taxCountry'],
    [{ kind: 'PERSON', givenName: 'Ana', language: 'español, claro' }, 'INVALID_FORMAT', 'language'],
    [{ kind: 'PERSON', givenName: 'Ana', tags: ['ok', 'x'.repeat(41)] }, 'TOO_LONG', 'tags.1'],
    [{ kind: 'PERSON', givenName: 'Ana', contactPoints: [{ kind: 'EMAIL', value: 'x' }] }, 'INVALID_FORMAT', 'contactPoints.0.value'],
    [{ kind: 'PERSON', givenName: 'Ana', addresses: [{ kind: 'HOME', city: 'a' }, { kind: 'HOME', city: 'b' }] }, 'ALREADY_EXISTS', 'addresses.1.kind'],
    [{ kind: 'PERSON', givenName: 'Ana', externalIds: [{ system: 'x', id: ' ' }] }, 'REQUIRED', 'externalIds.0.id'],
  ] as const)('%#: is refused with the path of what is wrong', (input, code, field) => {
    expect(prepareCustomer(input, company)).toMatchObject({ refused: true, code, field });
  });

  it('has tags within bounds, and a source with a name in both languages', () => {
    expect(normaliseTags(Array.from({ length: 51 }, (_, index) => `t${index}`))).toMatchObject({ code: 'OUT_OF_RANGE' });
    for (const source of customerSources) expect(Object.values(customerSourceLabels[source]).every((label) => label.length > 0)).toBe(true);
  });
});

describe('changing a customer', () => {
  const current = prepareCustomer({ kind: 'PERSON', givenName: 'Ana', familyName: 'Pérez', taxId: '12345678Z', tags: ['vip'], source: 'FAIR' }, company) as CustomerFields;

  it('changes what is said, and what follows from it', () => {
    expect(updateCustomer(current, { familyName: ' Ruiz ', tags: ['VIP'], givenName: undefined }, company)).toEqual({
      after: { familyName: 'Ruiz', name: 'Ana Ruiz', nameKey: 'ana ruiz' },
      before: { familyName: 'Pérez', name: 'Ana Pérez', nameKey: 'ana perez' },
    });
    expect(updateCustomer(current, { taxId: null, doNotContact: true }, company))
      .toEqual({
      after: { taxId: null, taxCountry: null, doNotContact: true }, before: { taxId: '12345678Z', taxCountry: 'ES', doNotContact: false },
    });
  });

  it('renames a person by his whole name', () => {
    expect(updateCustomer(current, { name: 'Eva Gil' }, company)).toMatchObject({ after: { name: 'Eva Gil', givenName: 'Eva', familyName: 'Gil' } });
  });

  it('changes nothing when nothing is new, even of an odd tax number kept from before', () => {
    const odd = { ...current, taxId: '99', taxCountry: 'ES', iban: 'XX' };
    const german = { ...current, tags: ['b', 'a'], taxId: '136695976', taxCountry: 'DE' };
    expect(updateCustomer(german, { taxId: 'DE 136695976', tags: ['a', 'b'] }, company)).toEqual({ after: {}, before: {} });
    expect(updateCustomer(odd, { givenName: 'Ana', source: 'FAIR' }, company)).toEqual({ after: {}, before: {} });
  });

  it('refuses to empty a name or to change the first touch', () => {
    expect(updateCustomer(current, { givenName: null, familyName: '' }, company)).toMatchObject({ code: 'REQUIRED', field: 'givenName' });
    expect(updateCustomer(current, { source: 'WEB' }, company)).toMatchObject({ code: 'CONFLICT', field: 'source' });
    expect(updateCustomer({ ...current, source: null }, { source: 'WEB' }, company)).toMatchObject({ after: { source: 'WEB' } });
    expect(updateCustomer(current, { kind: 'ORGANISATION' }, company)).toMatchObject({ code: 'REQUIRED', field: 'name' });
  });
});
