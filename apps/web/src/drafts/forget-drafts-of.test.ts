import { afterEach, expect, it } from 'vitest';
import { forgetDraftsOf } from './forget-drafts-of.ts';

const [lola, rui] = ['0199aaaa-0000-7000-8000-000000000001', '0199aaaa-0000-7000-8000-000000000002'];

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

it('drops what anybody here half wrote about one, and nothing else', () => {
  for (const customer of [lola, rui]) {
    for (const writer of ['ana', 'leo']) localStorage.setItem(`orbita-draft-${writer}-${customer}`, '{}');
    sessionStorage.setItem(`orbita.draft.ana.order.${customer}`, '{}');
  }
  localStorage.setItem(`orbita-else-${lola}`, 'yes');
  forgetDraftsOf(lola);
  expect([localStorage, sessionStorage].map((storage) => Object.keys(storage).filter((key) => key.startsWith('orbita')).toSorted())).toEqual([
    [`orbita-draft-ana-${rui}`, `orbita-draft-leo-${rui}`, `orbita-else-${lola}`], [`orbita.draft.ana.order.${rui}`],
  ]);
});
