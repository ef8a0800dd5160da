import { Chip, DateText, formatDate, RelativeTime, useFormatting, useNow } from '#design';
import type { LeadLineFragment } from '#operations';
import { m } from '#words';

type Clocked = Pick<LeadLineFragment, 'status' | 'responseDueAt' | 'firstResponseAt' | 'nurtureUntil' | 'endedAt'>;

const around = (text: string): readonly [string, string] => {
  const [before = '', after = ''] = text.split('\u0000');
  return [before, after];
};

/** How it stands with the answer: how long there is still, since when it is late, or that nobody waits. Never by colour alone. */
export function ResponseClock({ lead }: { readonly lead: Clocked }) {
  const { language, timeZone } = useFormatting();
  const now = useNow();
  const { status, responseDueAt, firstResponseAt, nurtureUntil } = lead;
  if (lead.endedAt) return <span><DateText value={lead.endedAt} /></span>;
  if (status === 'RECYCLED' && nurtureUntil) {
    const date = formatDate(language, nurtureUntil, 'day', timeZone);
    return Date.parse(nurtureUntil) <= now ? <Chip tone="warn">{m.leads_rested({ date })}</Chip> : <Chip>{m.leads_rests_until({ date })}</Chip>;
  }
  if (firstResponseAt) return <Span text={m.leads_answered_at({ span: '\u0000' })} value={firstResponseAt} tone="ok" />;
  if (!responseDueAt) return <span>{m.leads_waits_for_nothing()}</span>;
  const left = Date.parse(responseDueAt) - now;
  return left <= 0
    ? <Span text={m.leads_overdue({ span: '\u0000' })} value={responseDueAt} tone="bad" />
    : <Span text={m.leads_due_in({ span: '\u0000' })} value={responseDueAt} tone={left < 3_600_000 ? 'warn' : 'plain'} />;
}

function Span({ text, value, tone }: { readonly text: string; readonly value: string; readonly tone: 'plain' | 'ok' | 'warn' | 'bad' }) {
  const [before, after] = around(text);
  return <Chip tone={tone}>{before}<RelativeTime value={value} />{after}</Chip>;
}
