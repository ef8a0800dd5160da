import { activityWord } from '#activities';
import { DateText, RelativeTime, useFormatting } from '#design';
import { m } from '#words';
import { customerSourceLabels } from '@orbita/domain/customers';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { channelWord, reasonWord } from '../lead-words.ts';
import styles from '../leads.module.css';
import type { OpenLead } from './open-lead.ts';

/** What he wrote, where it came from, why it is whose it is, and what was said since. */
export function LeadFacts({ lead }: { readonly lead: OpenLead }) {
  const { language } = useFormatting();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [m.leads_captured(), <DateText key="at" value={lead.capturedAt} style="moment" />],
    [m.leads_channel(), channelWord(lead.channel, language)],
    [m.leads_source(), customerSourceLabels[lead.source][language]],
    [m.leads_campaign(), lead.campaign?.name],
    [m.leads_line(), lead.line.name],
    [m.leads_contact(), lead.contact?.name],
    ...lead.customer.contactPoints.slice(0, 3).map(({ id, kind, value }) => [kind === 'EMAIL' ? m.leads_email() : m.leads_phone(), <Reach key={id} kind={kind} value={value} />] as const),
    [m.leads_owner(), <>{lead.owner?.name ?? lead.team?.name ?? m.leads_nobody()} {lead.routedBy && <small>{routeWords(lead.routedBy)}</small>}</>],
    [m.leads_reason(), lead.disqualifiedReason && <>{reasonWord(lead.disqualifiedReason, language)}{lead.reasonNote && `: ${lead.reasonNote}`}</>],
  ];
  const talks = lead.conversation.edges.map(({ node }) => node);
  return (
    <>
      <section className={styles.block} aria-label={m.leads_message()}>
        <h3>{m.leads_message()}</h3>
        {lead.message ? <p className={styles.message}>{lead.message}</p> : <p className={styles.quiet}>{m.leads_no_message()}</p>}
      </section>
      <dl className={styles.facts}>
        {facts.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value], at) => <div key={`${name}${at}`}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      {lead.opportunityId && <p className={styles.quiet}>{m.leads_to_opportunity()} <Link to="/opportunities/$id" params={{ id: lead.opportunityId }}>{m.leads_open_opportunity()}</Link></p>}
      {lead.reopensId && <p className={styles.quiet}>{m.leads_reopens()} <Link to="/leads" search={{ lead: lead.reopensId }}>{m.leads_open_earlier()}</Link></p>}
      <section className={styles.block} aria-label={m.leads_conversation()}>
        <h3>{m.leads_conversation()}</h3>
        {talks.length === 0 ? <p className={styles.quiet}>{m.leads_no_conversation()}</p> : (
          <ul className={styles.talks}>
            {talks.map((talk) => (
              <li key={talk.id}>
                <span>{activityWord(talk.kind)}</span><b>{talk.subject}</b>
                <span>{talk.direction === 'INBOUND' ? m.activities_inbound() : talk.author?.name}</span><RelativeTime value={talk.occurredAt} />
                {talk.body && talk.body !== talk.subject && <p className={styles.message}>{talk.body}</p>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Reach({ kind, value }: { readonly kind: string; readonly value: string }) {
  if (kind === 'EMAIL') return <a href={`mailto:${value}`}>{value}</a>;
  return kind === 'PHONE' || kind === 'MOBILE' ? <a href={`tel:${value.replaceAll(/[^\d+]/g, '')}`}>{value}</a> : <>{value}</>;
}

function routeWords({ rule, how }: NonNullable<OpenLead['routedBy']>): string {
  if (rule) return m.leads_routed_rule({ rule });
  if (how === 'OWNER') return m.leads_routed_owner();
  if (how === 'CAPTURER') return m.leads_routed_capturer();
  return how === 'TEAM_QUEUE' ? m.leads_routed_queue() : m.leads_routed_nobody();
}
