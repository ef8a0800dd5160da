import { activityIcon, type ActivityKind, TaskLine } from '#activities';
import { Chip, Money, Monogram, RelativeTime, useFormatting } from '#design';
import { m } from '#words';
import { IconAddressBook, IconPackage, IconPencil, IconRefresh, IconRoute, IconShieldCheck, IconTargetArrow, IconTruckReturn, IconUserPlus, type TablerIcon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ChangeList } from './change-list.tsx';
import { changesOf, valuesOf } from './event.ts';
import { sentenceOf } from './event-sentence.ts';
import { amountOfChange } from './opportunity-sentences.ts';
import { stageReasons } from './relationship-sentences.ts';
import styles from '../timeline.module.css';
import type { TimelineEvent } from '../use-timeline.ts';

interface EventLineProps {
  readonly event: TimelineEvent;
  readonly nameOf: (id: string) => string | undefined;
  readonly onOpenOrder: (id: string) => void;
}

/** One thing that happened: the sentence, what it is about, who and when. */
export function EventLine({ event, nameOf, onOpenOrder }: EventLineProps) {
  const { language } = useFormatting();
  const { activity, order, opportunity, actor } = event;
  const sentence = sentenceOf(event, language, nameOf);
  const Icon = iconOf(event);
  const changes = ['customerUpdated', 'customersMerged', 'contactUpdated', 'leadUpdated', 'opportunityUpdated'].includes(event.type) ? changesOf(event) : [];
  const openTask = event.type === 'taskCreated' && activity?.kind === 'TASK' && activity.doneAt === null ? activity : undefined;
  const why = event.type === 'stageChanged' ? stageReasons(event, language) : undefined;
  const body = activity && event.type === 'activityLogged' && activity.body && activity.body !== activity.subject ? activity.body : remarkOf(event);
  return (
    <li className={styles.event}>
      <span className={styles.icon}><Icon size={14} stroke={1.6} aria-hidden /></span>
      <div className={styles.told}>
        <div className={styles.line}>
          <p className={styles.sentence}>
            {opportunity
              ? <Link to="/opportunities/$id" params={{ id: opportunity.id }} className={styles.open}>{sentence}</Link>
              : order ? <button type="button" className={styles.open} onClick={() => onOpenOrder(order.id)}>{sentence}</button> : sentence}
            {opportunity?.amount && /^opportunity(Opened|Won|Lost)$/.test(event.type) && <b><Money {...opportunity.amount} /></b>}
            {order?.amount && event.type === 'orderPlaced' && <b><Money {...order.amount} /></b>}
            {activity && event.type === 'activityLogged' && activity.durationMinutes !== null && activity.durationMinutes > 0 && (
              <span className={styles.quiet}>{m.timeline_minutes({ count: activity.durationMinutes })}</span>
            )}
          </p>
          <p className={styles.meta}>
            {actor.name ? <><Monogram name={actor.name} size={16} /><span>{actor.name}</span></> : <span>{actorWord(actor.kind)}</span>}
            <span aria-hidden>·</span><RelativeTime value={event.occurredAt} />
            {event.channel === 'API' && <Chip>API</Chip>}
          </p>
        </div>
        {why && <p className={styles.quiet}>{why}</p>}
        {body && <p className={styles.body}>{body}</p>}
        {changes.length > 0 && <ChangeList changes={changes} nameOf={nameOf} valueOf={amountOfChange(event, language)} />}
        {openTask && <ul className={styles.task}><TaskLine task={openTask} /></ul>}
      </div>
    </li>
  );
}

/** What somebody wrote beside it: why it was lost, let pass or ended. */
function remarkOf({ type, personal }: TimelineEvent): string | undefined {
  if (!/^(opportunity(Won|Lost|Moved)|leadDisqualified)$/.test(type)) return undefined;
  const { reason, competitor, note } = valuesOf(personal);
  return [reason, competitor, note].filter((each) => typeof each === 'string').join(' · ') || undefined;
}

function iconOf({ type, activity }: TimelineEvent): TablerIcon {
  if (activity && (type === 'activityLogged' || type.startsWith('task'))) return activityIcon(activity.kind as ActivityKind);
  if (type === 'stageChanged') return IconRoute;
  if (/^(cycle|offerDue|alarmReached|lapsed|nurture)/.test(type)) return IconRefresh;
  if (type.startsWith('opportunity')) return IconTargetArrow;
  if (type === 'goodsReturned') return IconTruckReturn;
  if (type.startsWith('order')) return IconPackage;
  if (type === 'consentRecorded') return IconShieldCheck;
  if (type.startsWith('contact') || type.startsWith('address')) return IconAddressBook;
  return type === 'customerCreated' ? IconUserPlus : IconPencil;
}

const actorWord = (kind: string): string => (kind === 'IMPORT' ? m.timeline_by_import() : m.timeline_by_product());
