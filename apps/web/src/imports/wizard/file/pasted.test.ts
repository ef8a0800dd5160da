import { expect, it } from 'vitest';
import { pastedFile } from './pasted.ts';

it('takes a copied file before the text beside it', () => {
  const file = new File(['a'], 'a.xlsx');
  expect(pastedFile({ files: [file], text: 'a\nb' }, 'pasted.csv')).toEqual({ file, name: 'a.xlsx' });
});

it('takes copied rows, and leaves a single line to whoever else wants it', async () => {
  const pasted = pastedFile({ files: [], text: 'Name\tMail\nAna\ta@b.example\n' }, 'pasted.csv');
  expect(pasted?.name).toBe('pasted.csv');
  expect(await pasted?.file.text()).toBe('Name\tMail\nAna\ta@b.example\n');
  expect(pastedFile({ files: [], text: 'a sentence' }, 'pasted.csv')).toBeUndefined();
  expect(pastedFile({ files: [], text: 'a sentence\n \n' }, 'pasted.csv')).toBeUndefined();
});
