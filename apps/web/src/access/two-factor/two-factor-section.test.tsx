import { DesignProvider } from '#design';
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Me } from '../me.ts';
import { SessionProvider } from '../use-me.tsx';
import { TwoFactorSection } from './two-factor-section.tsx';

const answers: Record<string, readonly [number, object]> = {
  'two-factor/verify-totp': [200, {}],
  door: [200, { singleSignOn: null, passwords: true }],
};

afterEach(() => vi.unstubAllGlobals());

async function opened(enabling: readonly [number, object]) {
  vi.stubGlobal('fetch', async (path: string) => {
    const [status, body] = { ...answers, 'two-factor/enable': enabling }[path.replace('/api/auth/', '')]!;
    return new Response(JSON.stringify(body), { status });
  });
  render(<DesignProvider still><SessionProvider me={{ id: 'ana', twoFactorEnabled: false } as Me}><TwoFactorSection /></SessionProvider></DesignProvider>);
  fireEvent.click(screen.getByRole('button', { name: 'Set up' }));
  fireEvent.change(await screen.findByLabelText('Password', {}, { timeout: 5_000 }), { target: { value: 'secret' } });
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
}

it('is on as soon as the code was right, and lets nobody slip past the recovery codes', async () => {
  await opened([200, { totpURI: 'otpauth://totp/Orbita:ana?secret=ABCDEFGH', backupCodes: ['aaaa-bbbb'] }]);
  fireEvent.change(await screen.findByRole('textbox', { name: 'Code' }), { target: { value: '123456' } });
  fireEvent.click(screen.getByRole('button', { name: 'Turn on' }));
  await screen.findByText('aaaa-bbbb');
  expect(screen.getByText(/^On\. You sign in/)).toBeTruthy();
  fireEvent.keyDown(screen.getByText('aaaa-bbbb'), { key: 'Escape' });
  fireEvent.click(document.querySelector('.mantine-Modal-inner')!);
  expect([screen.queryByRole('button', { name: 'Close' }), screen.getByText('aaaa-bbbb').textContent]).toEqual([null, 'aaaa-bbbb']);
  fireEvent.click(screen.getByRole('button', { name: 'I have kept them' }));
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

it('says that it is on already, and not that the password is wrong', async () => {
  await opened([400, { code: 'TOTP_ALREADY_ENABLED' }]);
  expect((await screen.findByRole('alert')).textContent).toBe('It is on already, turned on elsewhere. Load the page again.');
});
