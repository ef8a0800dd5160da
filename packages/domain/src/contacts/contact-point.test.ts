import { describe, expect, it } from 'vitest';
import { channelOf, contactPointKinds, prepareContact, prepareContactPoint, prepareContactPoints } from './index.ts';

describe('contact points', () => {
  it.each([
    ['EMAIL', ' Ana@Empresa.ES', 'EMAIL', 'ana@empresa.es', true],
    ['PHONE', '612 34 56 78', 'MOBILE', '+34612345678', true],
    ['MOBILE', '91 123 45 67', 'MOBILE', '+34911234567', true],
    ['PHONE', '61234567', 'PHONE', '+3461234567', false],
    ['MESSAGING', '+52 1 55 1234 5678', 'MESSAGING', '+525512345678', true],
    ['MESSAGING', '@AnaPérez', 'MESSAGING', '@anaperez', true],
    ['WEBSITE', 'WWW.Empresa.es/', 'WEBSITE', 'https://www.empresa.es', true],
    ['WEBSITE', 'http://empresa.es/Tienda?a=1', 'WEBSITE', 'http://empresa.es/Tienda?a=1', true],
    ['SOCIAL', ' linkedin.com/in/Ana ', 'SOCIAL', 'linkedin.com/in/ana', true],
  ] as const)('%s %s', (kind, value, storedKind, stored, valid) => {
    expect(prepareContactPoint({ kind, value }, 'ES')).toMatchObject({ kind: storedKind, value: value.trim(), normalised: stored, valid });
  });

  it('keeps each point once, and names the one that is wrong', () => {
    const points = [{ kind: 'PHONE', value: '612345678', label: ' casa ' }, { kind: 'MOBILE', value: '+34 612 345 678' }] as const;
    expect(prepareContactPoints(points, 'ES')).toEqual([{ kind: 'MOBILE', value: '612345678', normalised: '+34612345678', label: 'casa', valid: true, extension: null }]);
    expect(prepareContactPoints([...points, { kind: 'EMAIL', value: 'ana' }], 'ES'))
      .toMatchObject({ code: 'INVALID_FORMAT', field: 'contactPoints.2.value' });
    expect(prepareContactPoint({ kind: 'WEBSITE', value: 'empresa' }, 'ES')).toMatchObject({ code: 'INVALID_FORMAT' });
    expect(prepareContactPoint({ kind: 'SOCIAL', value: ' ' }, 'ES')).toMatchObject({ code: 'REQUIRED', field: 'value' });
    expect(prepareContactPoint({ kind: 'SOCIAL', value: 'x'.repeat(255) }, 'ES')).toMatchObject({ code: 'TOO_LONG' });
  });

  it('serve channels', () => {
    expect(contactPointKinds.map(channelOf)).toEqual(['EMAIL', 'PHONE', 'PHONE', 'MESSAGING', null, null]);
  });
});

describe('contacts', () => {
  it('are people of an organisation, with what they decide', () => {
    expect(prepareContact({ givenName: ' Eva ', familyName: 'Gil', role: 'DECIDES', contactPoints: [{ kind: 'EMAIL', value: 'eva@gil.es' }] }, 'ES')).toEqual({
      givenName: 'Eva', familyName: 'Gil', nameKey: 'eva gil', jobTitle: null, role: 'DECIDES', isPrimary: false,
      contactPoints: [{ kind: 'EMAIL', value: 'eva@gil.es', normalised: 'eva@gil.es', label: null, valid: true, extension: null }],
    });
    expect(prepareContact({ givenName: ' ' }, 'ES')).toMatchObject({ code: 'REQUIRED', field: 'givenName' });
    expect(prepareContact({ givenName: 'Eva', jobTitle: 'x'.repeat(101) }, 'ES')).toMatchObject({ code: 'TOO_LONG', field: 'jobTitle' });
  });
});
