import { refusalText } from '#api-client';
import { Fields, ManySelectField, showToast } from '#design';
import { DemandTwoFactorDocument, TwoFactorDemandDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type Role, roles } from '@orbita/domain/access';
import { type FormEvent, useState } from 'react';
import { roleName } from '../role-name.ts';
import styles from './roles.module.css';

/** For which roles nothing answers without a second factor. */
export function TwoFactorDemand() {
  const language = useLanguage();
  const { data, refetch } = useQuery(TwoFactorDemandDocument, { fetchPolicy: 'cache-and-network' });
  const [demand, { loading }] = useMutation(DemandTwoFactorDocument, { refetchQueries: ['TwoFactorDemand'], awaitRefetchQueries: true });
  const [chosen, setChosen] = useState<readonly Role[]>();
  const [problem, setProblem] = useState<string>();
  const company = data?.company;
  if (!company) return null;
  const shown = chosen ?? (company.twoFactorRoles as Role[]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { data: done } = await demand({ variables: { input: { roles: [...shown], expectedVersion: company.version } } });
    const refusal = done?.demandTwoFactor.refusal;
    setProblem(refusal ? refusalText(refusal, language) : undefined);
    if (refusal) return void refetch();
    setChosen(undefined);
    return showToast(m.users_demand_saved());
  };
  return (
    <form className={styles.demand} onSubmit={(event) => void save(event).catch(() => setProblem(m.users_failed()))}>
      <Fields refusal={problem}>
        <ManySelectField
          label={m.users_demand()} description={m.users_demand_hint()} value={[...shown]} clearable data={roles.map((role) => ({ value: role, label: roleName(role) }))}
          placeholder={shown.length === 0 ? m.users_demand_nobody() : ''} onChange={(next) => setChosen(next as Role[])}
        />
      </Fields>
      {chosen && <div className={styles.demandSave}><Button variant="default" onClick={() => setChosen(undefined)}>{m.rules_cancel()}</Button><Button type="submit" loading={loading}>{m.users_save()}</Button></div>}
    </form>
  );
}
