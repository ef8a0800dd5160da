import { TaskList } from '#activities';
import { DateText, Money, RelativeTime, useNow } from '#design';
import { favourites, orderChannelWord } from '#orders';
import { m } from '#words';
import styles from '../record.module.css';
import type { Record } from '../use-record.ts';
import { callReasons } from './call-reasons.ts';
import { ReasonLine } from './reason-line.tsx';

interface CallBriefProps {
  readonly customer: Record;
  readonly onOpenOrder: (id: string) => void;
}

/** What one must know before the call, on the first screen: why, what he bought last, what he likes, what was promised. */
export function CallBrief({ customer, onOpenOrder }: CallBriefProps) {
  const now = useNow();
  const orders = customer.orders.edges.map(({ node }) => node);
  const openTasks = openTasksOf(customer);
  const last = orders.find(({ effective }) => effective);
  const likes = favourites(orders);
  return (
    <section className={styles.brief} aria-label={m.customers_brief()}>
      <h2 className={styles.cardTitle}>{m.customers_why()}</h2>
      <ul className={styles.reasons}>
        {callReasons({ doNotContact: customer.doNotContact, facts: customer.facts, openTasks }, now).map((reason) => <ReasonLine key={reason.kind} reason={reason} />)}
      </ul>
      <dl className={styles.known}>
        {last && (
          <div>
            <dt>{m.customers_last_purchase()}</dt>
            <dd>
              <button type="button" className={styles.link} onClick={() => onOpenOrder(last.id)}><DateText value={last.placedAt} /></button>
              {' · '}{orderChannelWord(last.channel)}{last.amount && <> · <Money {...last.amount} /></>}
              <span className={styles.sub}>{last.lines.slice(0, 3).map(({ product, description }) => product?.name ?? description).join(', ')}{last.lines.length > 3 && ` +${last.lines.length - 3}`}</span>
            </dd>
          </div>
        )}
        {likes.length > 0 && <div><dt>{m.customers_favourites()}</dt><dd>{likes.map(({ name }) => name).join(', ')}</dd></div>}
        <div><dt>{m.customers_last_contact()}</dt><dd>{customer.facts.lastContactAt ? <RelativeTime value={customer.facts.lastContactAt} /> : m.customers_never()}</dd></div>
      </dl>
      {openTasks.length > 0 && (
        <>
          <h3 className={styles.subTitle}>{m.customers_promises()}</h3>
          <TaskList tasks={openTasks} label={m.customers_promises()} />
        </>
      )}
    </section>
  );
}

/** What was promised, the soonest first; what was just ticked off leaves before the record is asked again. */
const openTasksOf = (customer: Record) => customer.tasks.edges.map(({ node }) => node)
  .filter(({ doneAt }) => doneAt === null)
  .toSorted((a, b) => Date.parse(a.dueAt ?? '9999-01-01') - Date.parse(b.dueAt ?? '9999-01-01'));
