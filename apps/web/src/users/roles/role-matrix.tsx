import { ErrorState, SkeletonRows } from '#design';
import { RolesDocument, type RolesQuery } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { roleName } from '../role-name.ts';
import styles from './roles.module.css';

type Policy = RolesQuery['rolePolicies'][number];
type Rights = Policy['nouns'][number];
type Scope = Rights['read'];
const actions = ['read', 'create', 'update', 'delete'] as const;
/** The server names them in the language of the account; here it is that of the screen. */
const nounName: Readonly<Record<string, (() => string) | undefined>> = {
  customer: m.users_noun_customer, contact: m.users_noun_contact, order: m.users_noun_order, activity: m.users_noun_activity,
  timeline: m.users_noun_timeline, product: m.users_noun_product, segment: m.users_noun_segment, view: m.users_noun_view,
  import: m.users_noun_import, export: m.users_noun_export, audit: m.users_noun_audit, user: m.users_noun_user, company: m.users_noun_company,
  personal: m.users_mark_personal, margin: m.users_mark_margin, revenue: m.users_mark_revenue,
};
const scopes = ['all', 'team', 'own', 'partner', 'none'] as const satisfies readonly Scope[];

const scopeName: Record<Scope, () => string> = {
  all: m.users_scope_all, team: m.users_scope_team, own: m.users_scope_own, partner: m.users_scope_partner, none: m.users_scope_none,
};
const actionName = { read: m.users_action_read, create: m.users_action_create, update: m.users_action_update, delete: m.users_action_delete };
const actionLetter = { read: m.users_letter_read, create: m.users_letter_create, update: m.users_letter_update, delete: m.users_letter_delete };

/** What every role may do to what: a letter for each action, its frame for how far it reaches. */
export function RoleMatrix() {
  const { data, error, refetch } = useQuery(RolesDocument);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={14} />;
  const policies = data.rolePolicies;
  const [first] = policies;
  return (
    <div className={styles.page}>
      <Legend />
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.users_roles()}>
        <table className={styles.matrix}>
          <caption className="visually-hidden">{m.users_roles()}</caption>
          <thead><tr><td />{policies.map(({ role }) => <th key={role} scope="col">{roleName(role)}</th>)}</tr></thead>
          <tbody>
            {first?.nouns.map(({ noun, label }, at) => (
              <tr key={noun}><th scope="row">{nounName[noun]?.() ?? label}</th>{policies.map(({ role, nouns }) => <td key={role}>{nouns[at] && <Cell rights={nouns[at]} />}</td>)}</tr>
            ))}
          </tbody>
          <tbody>
            <tr className={styles.heading}><th scope="colgroup" colSpan={policies.length + 1}>{m.users_marks()}</th></tr>
            {first?.marks.map(({ mark, label }, at) => (
              <tr key={mark}><th scope="row">{nounName[mark]?.() ?? label}</th>{policies.map(({ role, marks }) => <td key={role}><Readable readable={marks[at]?.readable ?? false} /></td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Cell({ rights }: { readonly rights: Rights }) {
  const words = actions.map((action) => `${actionName[action]()}: ${scopeName[rights[action]]()}`).join(', ');
  return (
    <span className={styles.cell} title={words}>
      <span className="visually-hidden">{words}</span>
      {actions.map((action) => <i key={action} data-scope={rights[action]} aria-hidden>{rights[action] === 'none' ? '·' : actionLetter[action]()}</i>)}
    </span>
  );
}

const Readable = ({ readable }: { readonly readable: boolean }) => (
  <span className={styles.readable} data-no={!readable || undefined}>
    {readable ? <IconCheck size={14} aria-hidden /> : <IconMinus size={14} aria-hidden />}
    <span className="visually-hidden">{readable ? m.users_readable() : m.users_not_readable()}</span>
  </span>
);

const Legend = () => (
  <div className={styles.legend}>
    <ul>{actions.map((action) => <li key={action}><b>{actionLetter[action]()}</b> {actionName[action]()}</li>)}</ul>
    <ul>{scopes.map((scope) => <li key={scope}><span className={styles.cell}><i data-scope={scope} aria-hidden>{scope === 'none' ? '·' : actionLetter.read()}</i></span> {scopeName[scope]()}</li>)}</ul>
  </div>
);
