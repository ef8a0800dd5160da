import { TextField } from '#design';
import { m } from '#words';
import type { RefObject } from 'react';

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly error?: string | undefined;
  readonly ref?: RefObject<HTMLInputElement | null>;
}

/** The six digits of an authenticator, typed, pasted with spaces, or offered by the telephone. */
export const CodeField = ({ value, onChange, error, ref }: CodeFieldProps) => (
  <TextField
    {...(ref ? { ref } : {})} label={m.access_code()} value={value} error={error} onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 6))}
    inputMode="numeric" autoComplete="one-time-code" required withAsterisk={false} autoFocus data-autofocus
  />
);
