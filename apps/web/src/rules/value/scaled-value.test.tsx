import { DesignProvider, FormattingProvider } from '#design';
import { factCatalogue } from '@orbita/domain/facts';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { DraftLeaf } from '../tree/draft.ts';
import { ScaledValue } from './scaled-value.tsx';

const field = factCatalogue.find(({ unit }) => unit === 'money')!;
let kept: unknown;

function Condition() {
  const [leaf, setLeaf] = useState<DraftLeaf>({ fact: field.key, is: 'ge' });
  return <ScaledValue field={field} leaf={leaf} label="Amount" error={undefined} onChange={(next) => { kept = next.value; setLeaf(next); }} />;
}

const open = () => render(<DesignProvider still><FormattingProvider timeZone="Europe/Madrid" currency="EUR"><Condition /></FormattingProvider></DesignProvider>);
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Amount' });
const type = (text: string) => {
  for (const key of text) fireEvent.change(box(), { target: { value: box().value + key } });
};

it.each([['12.57', 1257], ['12.05', 1205], ['0.5', 50], ['1200', 120_000]])('%s is typed key by key', (text, units) => {
  open();
  type(text);
  expect([box().value, kept]).toEqual([text, units]);
});

it('a digit taken back leaves the others as they were typed', () => {
  open();
  type('12.05');
  fireEvent.change(box(), { target: { value: '12.0' } });
  type('7');
  expect([box().value, kept]).toEqual(['12.07', 1207]);
});

it('what has more digits than the currency is no value, and stands there to be mended', () => {
  open();
  type('12.573');
  expect([box().value, kept]).toEqual(['12.573', undefined]);
  fireEvent.change(box(), { target: { value: '12.5' } });
  fireEvent.blur(box());
  expect([box().value, kept]).toEqual(['12.5', 1250]);
});
