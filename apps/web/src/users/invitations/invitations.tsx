import { refusalText, type Refused } from '#api-client';
import { Chip, DateText, EmptyState, ErrorState, RelativeTime, showToast, SkeletonRows } from '#design';
import { type InvitedFragment, InvitationsDocument, ResendInvitationDocument, RevokeInvitationDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { roleName } from '../role-name.ts';
import styles from '../users.module.css';

const again = { refetchQueries: ['Invitations'], awaitRefetchQueries: true };

/** Who was asked in and has not come yet. */
export function Invitations({ onInvite }: { readonly onInvite: () => void }) {
  const language = useLanguage();
  const { data, error, refetch } = useQuery(InvitationsDocument, { fetchPolicy: 'cache-and-network' });
  const [resend] = useMutation(ResendInvitationDocument, again);
  const [revoke] = useMutation(RevokeInvitationDocument, again);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  if (data.invitations.length === 0) return <EmptyState icon={IconMail} text={m.users_no_invitations()} action={{ label: m.users_invite(), keys: 'i', onAct: onInvite }} />;
  const told = (refusal: Refused | null | undefined, done: string) => (refusal ? showToast(refusalText(refusal, language), { tone: 'bad' }) : showToast(done));
  const failed = () => showToast(m.users_failed(), { tone: 'bad' });
  const send = async ({ id, email }: InvitedFragment) => {
    const { data: done } = await resend({ variables: { id } });
    const sent = done?.resendInvitation.invitation?.sentAt;
    if (!done?.resendInvitation.refusal && !sent) return showToast(m.users_letter_not_sent(), { tone: 'bad' });
    return told(done?.resendInvitation.refusal, m.users_invited_again({ email }));
  };
  const take = async ({ id, email }: InvitedFragment) => told((await revoke({ variables: { id } })).data?.revokeInvitation.refusal, m.users_invitation_revoked({ email }));
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.users_invitations()}>
      <table className={styles.table}>
        <thead><tr><th scope="col">{m.users_email()}</th><th scope="col">{m.users_role()}</th><th scope="col">{m.users_team_or_partner()}</th><th scope="col">{m.users_invited_by()}</th><th scope="col">{m.users_invited_at()}</th><th scope="col">{m.users_holds_until()}</th><td /></tr></thead>
        <tbody>
          {data.invitations.map((invitation) => (
            <tr key={invitation.id}>
              <th scope="row">{invitation.email}</th>
              <td>{roleName(invitation.role)}</td>
              <td>{invitation.partnerName ?? invitation.teamName}</td>
              <td>{invitation.invitedByName}</td>
              <td>{invitation.sentAt ? <RelativeTime value={invitation.sentAt} /> : <Chip>{m.users_not_sent()}</Chip>}</td>
              <td>{invitation.state === 'EXPIRED' ? <Chip>{m.users_expired()}</Chip> : <DateText value={invitation.expiresAt} style="moment" />}</td>
              <td>
                <span className={styles.buttons}>
                  <Button size="compact-xs" variant="default" aria-label={m.users_send_again_to({ email: invitation.email })} onClick={() => void send(invitation).catch(failed)}>{m.users_send_again()}</Button>
                  <Button size="compact-xs" variant="default" aria-label={m.users_revoke_of({ email: invitation.email })} onClick={() => void take(invitation).catch(failed)}>{m.users_revoke()}</Button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
