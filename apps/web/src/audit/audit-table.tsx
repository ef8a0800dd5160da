import { DateText, Monogram, RelativeTime, useFormatting } from '#design';
import { AuditPeopleDocument } from '#operations';
import { amountOfChange, ChangeList, changesOf, sentenceOf } from '#timeline';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { IconCpu, IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useMemo } from 'react';
import { channelName, companySentence, fieldName, fieldsOf } from './company-sentence.ts';
import type { AuditEvent } from './use-audit-trail.ts';
import styles from './audit.module.css';

export function AuditTable({ events }: { readonly events: readonly AuditEvent[] }) {
  const { data } = useQuery(AuditPeopleDocument, { fetchPolicy: 'cache-first' });
  // One function while the people are the same: a page that is added renders its own rows and no other.
  const nameOf = useMemo(() => {
    const names = new Map(data?.users.edges.map(({ node }) => [node.id, node.name]));
    return (id: string) => names.get(id);
  }, [data]);
  return (
    <table className={styles.table}>
      <thead>
        <tr><th scope="col">{m.audit_when()}</th><th scope="col">{m.audit_who()}</th><th scope="col">{m.audit_what()}</th><th scope="col">{m.audit_customer()}</th><th scope="col">{m.audit_channel()}</th></tr>
      </thead>
      <tbody>{events.map((event) => <EventRow key={event.id} event={event} nameOf={nameOf} />)}</tbody>
    </table>
  );
}

interface EventRowProps {
  readonly event: AuditEvent;
  readonly nameOf: (id: string) => string | undefined;
}

const sameMinute = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) < 60_000;

const EventRow = memo(({ event, nameOf }: EventRowProps) => {
  const { language } = useFormatting();
  const { actor, type, payload, customerId, customerName, recordedAt, occurredAt } = event;
  const company = companySentence(type, payload);
  // Of things of the company those values are kept that are nobody's secret; of the rest the name of the field.
  const changes = changesOf(event).filter(({ known }) => known || company === undefined);
  const fields = company === undefined ? [] : fieldsOf(payload).filter((field) => !changes.some((change) => change.field === field));
  return (
    <tr>
      <td className={styles.when}>
        <DateText value={recordedAt} style="moment" />
        {!sameMinute(recordedAt, occurredAt) && <span className={styles.quiet}>{m.audit_happened()} <RelativeTime value={occurredAt} /></span>}
      </td>
      <td><Actor actor={actor} /></td>
      <td className={styles.what}>
        <span>{company ?? sentenceOf(event, language, nameOf)}</span>
        {changes.length > 0 && <ChangeList changes={changes} nameOf={nameOf} valueOf={amountOfChange(event, language)} {...(company === undefined ? {} : { wordOf: fieldName })} />}
        {fields.length > 0 && <span className={styles.quiet}>{fields.map(fieldName).join(', ')}</span>}
        <About type={type} payload={payload} nameOf={nameOf} />
      </td>
      <td className={styles.customer}>{customerName && <Link to="/customers/$id" params={{ id: customerId }}>{customerName}</Link>}</td>
      <td className={styles.quiet}>{channelName(event.channel)}</td>
    </tr>
  );
});

function Actor({ actor: { name, kind } }: { readonly actor: AuditEvent['actor'] }) {
  if (name) return <span className={styles.who}><Monogram name={name} size={16} /> {name}</span>;
  const imported = kind === 'IMPORT';
  const Icon = imported ? IconFileImport : IconCpu;
  return <span className={styles.who}><Icon size={14} stroke={1.6} aria-hidden /> {imported ? m.audit_import() : 'Orbita'}</span>;
}

/** What of the company it was about, where there is a page or a name for it. */
function About({ type, payload, nameOf }: { readonly type: string; readonly payload: unknown; readonly nameOf: (id: string) => string | undefined }) {
  const { id, name: told } = (payload ?? {}) as { readonly id?: unknown; readonly name?: unknown };
  if (typeof id !== 'string') return null;
  if (type.startsWith('segment')) return <Link to="/segments/$id" params={{ id }} className={styles.about}>{m.audit_open_segment()}</Link>;
  const name = type.startsWith('user') || type.startsWith('session') ? nameOf(id) : typeof told === 'string' ? told : undefined;
  return name ? <b className={styles.about}>{name}</b> : null;
}
