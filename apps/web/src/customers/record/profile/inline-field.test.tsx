import { DesignProvider, FormattingProvider } from '#design';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { InlineField } from './inline-field.tsx';

const frame = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
const pencil = () => screen.getByRole('button', { name: /Tax ID/ });

async function begun() {
  render(
    <DesignProvider still><FormattingProvider timeZone="Europe/Madrid" currency="EUR">
      <InlineField label="Tax ID" value="B1" mayEdit basis={undefined} onSave={async () => undefined} /><input aria-label="Note" />
    </FormattingProvider></DesignProvider>,
  );
  await userEvent.click(pencil());
}

it.each(['2{Enter}', '{Enter}', '2{Escape}'])('gives the focus back to its pencil after %s', async (keys) => {
  await begun();
  await userEvent.keyboard(keys);
  await waitFor(() => expect(pencil()).toBe(document.activeElement));
});

it.each(['', '2'])('leaves the focus with what was clicked after "%s"', async (typed) => {
  await begun();
  if (typed) await userEvent.keyboard(typed);
  await userEvent.click(screen.getByLabelText('Note'));
  await frame();
  expect(pencil()).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText('Note'));
});
