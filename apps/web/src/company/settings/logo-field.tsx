import { m } from '#words';
import { Button } from '@mantine/core';
import { IconPhoto, IconUpload } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import styles from '../company.module.css';
import { shrinkPicture } from './shrink-picture.ts';

interface LogoFieldProps {
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (logo: string | null) => void;
}

/** The company's sign: chosen or dropped, made small here, shown where it will stand. */
export function LogoField({ value, error, onChange }: LogoFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const logo = await shrinkPicture(file);
    setWrong(logo === undefined);
    if (logo !== undefined) onChange(logo);
  };
  return (
    <div
      className={styles.logo} role="group" aria-labelledby={id} onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <span id={id} className={styles.logoLabel}>{m.company_logo()}</span>
      <span className={styles.logoPicture}>{value ? <img src={value} alt={m.company_logo()} /> : <IconPhoto size={20} stroke={1.4} aria-hidden />}</span>
      <input
        ref={input} type="file" accept="image/png,image/jpeg,image/webp,image/svg+xml" hidden aria-label={m.company_logo_choose()}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <Button variant="default" leftSection={<IconUpload size={13} stroke={1.6} />} onClick={() => input.current?.click()}>{value ? m.company_logo_change() : m.company_logo_choose()}</Button>
      {value && <Button variant="subtle" color="gray" onClick={() => onChange(null)}>{m.company_logo_remove()}</Button>}
      {error || wrong ? <span role="alert" className={styles.bad}>{error ?? m.company_logo_wrong()}</span> : <span className={styles.quiet}>{m.company_logo_hint()}</span>}
    </div>
  );
}
