import { ErrorState, SkeletonRows } from '#design';
import {
  CreatePartnerDocument, CreateTeamDocument, DeletePartnerDocument, DeleteTeamDocument, GroupsDocument, UpdatePartnerDocument, UpdateTeamDocument,
} from '#operations';
import { m } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { GroupList } from './group-list.tsx';
import styles from '../users.module.css';

const again = { refetchQueries: ['Groups', 'RuleNames', 'FilterPeople'], awaitRefetchQueries: true };

/** Teams share their customers; partners see the customers they brought. */
export function Groups({ mayWrite }: { readonly mayWrite: boolean }) {
  const { data, error, refetch } = useQuery(GroupsDocument);
  const [createTeam] = useMutation(CreateTeamDocument, again);
  const [updateTeam] = useMutation(UpdateTeamDocument, again);
  const [deleteTeam] = useMutation(DeleteTeamDocument, again);
  const [createPartner] = useMutation(CreatePartnerDocument, again);
  const [updatePartner] = useMutation(UpdatePartnerDocument, again);
  const [deletePartner] = useMutation(DeletePartnerDocument, again);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  return (
    <div className={styles.columns}>
      <GroupList
        title={m.users_teams()} explained={m.users_teams_explained()} adding={m.users_team_new()} groups={data.teams} mayWrite={mayWrite}
        create={async (name) => (await createTeam({ variables: { name } })).data?.createTeam.refusal}
        rename={async ({ id, version }, name) => (await updateTeam({ variables: { id, version, name } })).data?.updateTeam.refusal}
        remove={async ({ id, version }) => (await deleteTeam({ variables: { id, version } })).data?.deleteTeam.refusal}
      />
      <GroupList
        title={m.users_partners()} explained={m.users_partners_explained()} adding={m.users_partner_new()} groups={data.partners} mayWrite={mayWrite}
        create={async (name) => (await createPartner({ variables: { name } })).data?.createPartner.refusal}
        rename={async ({ id, version }, name) => (await updatePartner({ variables: { id, version, name } })).data?.updatePartner.refusal}
        remove={async ({ id, version }) => (await deletePartner({ variables: { id, version } })).data?.deletePartner.refusal}
      />
    </div>
  );
}
