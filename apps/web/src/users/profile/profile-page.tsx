import { PasswordForm, TwoFactorSection, useMe } from '#access';
import { refusalText } from '#api-client';
import { Fields, PageHeader, SelectField, showToast, TextField } from '#design';
import { OwnProfileDocument, UpdateMyProfileDocument } from '#operations';
import { changeLanguage, m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { roleName } from '../role-name.ts';
import { OwnSessions } from './own-sessions.tsx';
import styles from '../users.module.css';

/** What a person may see and change of herself. */
export function ProfilePage() {
  return (
    <>
      <PageHeader title={m.users_profile()} />
      <div className={styles.profile}>
        <OwnData />
        <section className={styles.section}><h2>{m.users_password()}</h2><PasswordForm /></section>
        <section className={styles.section}><h2>{m.access_two_factor()}</h2><TwoFactorSection /></section>
        <section className={styles.section}><h2>{m.users_own_sessions()}</h2><OwnSessions /></section>
      </div>
    </>
  );
}

function OwnData() {
  const me = useMe();
  const language = useLanguage();
  const { data } = useQuery(OwnProfileDocument);
  const [update, { loading }] = useMutation(UpdateMyProfileDocument);
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const person = data?.me;
  const name = typed ?? person?.name ?? me.name;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!person) return;
    const { data: done } = await update({ variables: { input: { expectedVersion: person.version, name, language } } });
    const refusal = done?.updateMyProfile.refusal;
    setProblem(refusal ? refusalText(refusal, language) : undefined);
    if (!refusal) showToast(m.users_saved({ name }));
  };
  return (
    <section className={styles.section}>
      <h2>{m.users_own_data()}</h2>
      <form onSubmit={(event) => void save(event).catch(() => setProblem(m.users_failed()))}>
        <Fields refusal={problem}>
          <TextField label={m.users_name()} value={name} onChange={(event) => setTyped(event.currentTarget.value)} />
          <TextField label={m.users_email()} value={me.email} readOnly />
          <TextField label={m.users_role()} value={roleName(me.role)} readOnly />
          <SelectField
            label={m.users_language()} value={language} data={[{ value: 'es', label: 'Español' }, { value: 'en', label: 'English' }]}
            onChange={(next) => next && changeLanguage(next as 'en' | 'es')}
          />
          <Button type="submit" loading={loading} disabled={!person} style={{ justifySelf: 'start' }}>{m.users_save()}</Button>
        </Fields>
      </form>
    </section>
  );
}
