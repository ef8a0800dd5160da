import { DateText } from '#design';
import { m } from '#words';
import { IconAlertTriangle, IconBan, IconBellRinging, IconCalendarDue, IconClockExclamation, IconCoffee, IconHourglassOff, IconTargetArrow, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from '../record.module.css';
import type { CallReason } from './call-reasons.ts';

type Told = readonly [TablerIcon, 'bad' | 'warn' | 'good' | 'plain', ReactNode];

function told(reason: CallReason): Told {
  switch (reason.kind) {
    case 'doNotContact': return [IconBan, 'bad', m.customers_why_do_not_contact()];
    case 'lapsed': return [IconHourglassOff, 'warn', m.customers_why_lapsed({ days: reason.days })];
    case 'silent': return [IconBellRinging, 'bad', reason.percent === null ? m.customers_why_silent({ days: reason.days }) : m.customers_why_silent_percent({ days: reason.days, percent: reason.percent })];
    case 'overdue': return [IconClockExclamation, 'bad', m.customers_why_overdue({ count: reason.count })];
    case 'dueToday': return [IconCalendarDue, 'warn', m.customers_why_due_today({ count: reason.count })];
    case 'propose': return [IconTargetArrow, 'good', (
      <>{reason.rhythm === null ? m.customers_why_propose() : m.customers_why_propose_rhythm({ days: reason.rhythm })} {reason.expected && <>{m.customers_why_expected()} <DateText value={reason.expected} />.</>}</>
    )];
    case 'neverBought': return [IconAlertTriangle, 'plain', m.customers_why_never_bought()];
    case 'nothing': return [IconCoffee, 'plain', m.customers_why_nothing()];
    default: return reason satisfies never;
  }
}

export function ReasonLine({ reason }: { readonly reason: CallReason }) {
  const [Icon, tone, text] = told(reason);
  return <li className={styles.reason} data-tone={tone}><Icon size={15} stroke={1.75} aria-hidden /><span>{text}</span></li>;
}
