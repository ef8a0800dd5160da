import { expect, it } from 'vitest';
import { snippetOf, type Tool, tools } from './snippets.ts';

it('tells every tool the address of the rows and where the key goes, and no key', () => {
  for (const tool of Object.keys(tools) as Tool[]) {
    const snippet = snippetOf(tool, { name: 'customers.v1', address: 'https://crm.example/bi/v1/customers.v1' });
    expect(snippet).toMatch(/https:\/\/crm\.example\/bi\/v1\/customers\.v1\.(csv|json)/);
    expect(snippet.match(/YOUR_KEY/g)).toHaveLength(1);
  }
  expect(snippetOf('pandas', { name: 'customers.v1', address: 'x' })).toContain('\ncustomers = pandas.read_csv("x.csv"');
});
