import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useFocusBack } from './use-focus-back.ts';

function Overlay() {
  useFocusBack();
  return <input aria-label="inside" />;
}

const Page = ({ open, other }: { readonly open: boolean; readonly other?: boolean }) => <><button type="button">card</button>{open && <Overlay />}{other && <button type="button">other</button>}</>;

const soon = () => new Promise((resolve) => { setTimeout(resolve, 40); });

it('whoever had the focus before has it again when the overlay goes, unless somebody took it', async () => {
  const page = render(<Page open={false} />);
  const card = page.getByRole('button', { name: 'card' });
  card.focus();
  page.rerender(<Page open />);
  page.getByRole('textbox', { name: 'inside' }).focus();
  page.rerender(<Page open={false} />);
  await soon();
  expect(document.activeElement).toBe(card);

  page.rerender(<Page open />);
  page.getByRole('textbox', { name: 'inside' }).focus();
  page.rerender(<Page open={false} other />);
  page.getByRole('button', { name: 'other' }).focus();
  await soon();
  expect(document.activeElement?.textContent).toBe('other');
});
