import { formatDate, useFormatting } from '#design';
import { m } from '#words';
import { channelWord } from '#contacts';
import { factDefinition } from '@orbita/domain/facts';
import { customerSourceLabels } from '@orbita/domain/customers';
import type { Change } from './event.ts';
import { fieldWord } from './field-words.ts';
import { ownValue } from './own-value.ts';
import styles from '../timeline.module.css';

interface ChangeListProps {
  readonly changes: readonly Change[];
  readonly nameOf: (id: string) => string | undefined;
  /** What a field is called, where it is not one of a customer. */
  readonly wordOf?: (field: string) => string;
  /** A value in words, where its field alone does not tell how it reads. */
  readonly valueOf?: ((field: string, side: 'before' | 'after', value: unknown) => string | undefined) | undefined;
}

const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Field by field: what stood there, what stands there now. */
export function ChangeList({ changes, nameOf, wordOf = fieldWord, valueOf }: ChangeListProps) {
  const { language, currency, timeZone } = useFormatting();
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return m.timeline_nothing();
    const own = ownValue(field, value, { language, currency, nameOf });
    if (own !== undefined) return own;
    if (typeof value === 'boolean') return value ? m.timeline_yes() : m.timeline_no();
    if (Array.isArray(value)) return value.join(', ');
    if (typeof value === 'object') return m.timeline_something();
    const text = String(value);
    if (field === 'ownerId' || field === 'teamId' || field === 'partnerId' || field === 'assigneeId' || field === 'contactId') return nameOf(text) ?? m.timeline_somebody();
    if (isInstant(text)) return formatDate(language, text, 'moment', timeZone);
    if (isDay(text)) return formatDate(language, text, 'day', timeZone);
    if (field === 'source') return customerSourceLabels[text as keyof typeof customerSourceLabels]?.[language] ?? text;
    if (field === 'preferredChannel') return channelWord(text);
    if (field === 'language') return new Intl.DisplayNames(language, { type: 'language' }).of(text) ?? text;
    return factDefinition(field)?.valueLabels?.[text]?.[language] ?? text;
  };
  return (
    <dl className={styles.changes}>
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{wordOf(change.field)}</dt>
          <dd>
            {change.known
              ? <><s>{valueOf?.(change.field, 'before', change.before) ?? shown(change.field, change.before)}</s> <span aria-hidden>→</span><span className="visually-hidden">{m.timeline_becomes()}</span> <b>{valueOf?.(change.field, 'after', change.after) ?? shown(change.field, change.after)}</b></>
              : change.field === 'qualification' ? m.timeline_something() : m.timeline_hidden()}
          </dd>
        </div>
      ))}
    </dl>
  );
}
