import { activityIcon, type ActivityKind, TaskLine } from '#activities';
import { Chip, Money, Monogram, RelativeTime, useFormatting } from '#design';
import { m } from '#words';
import { IconAddressBook, IconPackage, IconPencil, IconRefresh, IconRoute, IconShieldCheck, IconTruckReturn, IconUserPlus, type TablerIcon } from '@tabler/icons-react';
import { ChangeList } from './change-list.tsx';
import { changesOf } from './event.ts';
import { sentenceOf } from './event-sentence.ts';
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
  const { activity, order, actor } = event;
  const Icon = iconOf(event);
  const changes = event.type === 'customerUpdated' || event.type === 'contactUpdated' ? changesOf(event) : [];
  const openTask = event.type === 'taskCreated' && activity?.kind === 'TASK' && activity.doneAt === null ? activity : undefined;
  const why = event.type === 'stageChanged' ? stageReasons(event, language) : undefined;
  const body = activity && event.type === 'activityLogged' && activity.body && activity.body !== activity.subject ? activity.body : undefined;
  return (
    <li className={styles.event}>
      <span className={styles.icon}><Icon size={14} stroke={1.6} aria-hidden /></span>
      <div className={styles.told}>
        <div className={styles.line}>
          <p className={styles.sentence}>
            {order
              ? <button type="button" className={styles.open} onClick={() => onOpenOrder(order.id)}>{sentenceOf(event, language)}</button>
              : sentenceOf(event, language)}
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
        {changes.length > 0 && <ChangeList changes={changes} nameOf={nameOf} />}
        {openTask && <ul className={styles.task}><TaskLine task={openTask} /></ul>}
      </div>
    </li>
  );
}

function iconOf({ type, activity }: TimelineEvent): TablerIcon {
  if (activity && (type === 'activityLogged' || type.startsWith('task'))) return activityIcon(activity.kind as ActivityKind);
  if (type === 'stageChanged') return IconRoute;
  if (/^(cycle|offerDue|alarmReached|lapsed|nurture)/.test(type)) return IconRefresh;
  if (type === 'goodsReturned') return IconTruckReturn;
  if (type.startsWith('order')) return IconPackage;
  if (type === 'consentRecorded') return IconShieldCheck;
  if (type.startsWith('contact') || type.startsWith('address')) return IconAddressBook;
  return type === 'customerCreated' ? IconUserPlus : IconPencil;
}

const actorWord = (kind: string): string => (kind === 'IMPORT' ? m.timeline_by_import() : m.timeline_by_product());
