import { expect, it } from 'vitest';
import { exportAddress } from './export-address.ts';

it('asks for the file with what the list was asked, and nothing that was not said', () => {
  const variables = { search: 'a&b', rule: { fact: 'city', is: 'eq', value: 'madrid' }, deleted: undefined, statuses: ['NEW'] };
  const address = new URL(exportAddress('leads', 'csv', variables, 'es'), 'http://here');
  expect(address.pathname).toBe('/api/export/leads.csv');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    search: 'a&b', rule: '{"fact":"city","is":"eq","value":"madrid"}', statuses: '["NEW"]', language: 'es',
  });
});
