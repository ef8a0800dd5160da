import { formatMoney } from '#design';
import { m } from '#words';
import { formatDecimal, money } from '@orbita/domain/money';
import { type LossReason, lossReasonLabels, type WinReason, winReasonLabels } from '@orbita/domain/opportunities';
import { type ToldEvent, type Values, valuesOf } from './event.ts';

type Language = 'en' | 'es';
type NameOf = (id: string) => string | undefined;

/** As it is called now; to one who may not see it, as the event called it when it was opened. */
function title({ opportunity, personal, type }: ToldEvent): string {
  const told = type === 'opportunityOpened' ? valuesOf(personal)['title'] : undefined;
  return opportunity?.title ?? (typeof told === 'string' ? told : m.timeline_hidden());
}

/** A stage by its name; one that was taken out of the pipeline since has none. */
function stage({ opportunity, payload }: ToldEvent, key: 'stage' | 'from' | 'to', language: Language): string {
  const found = opportunity?.pipeline?.stages.find((each) => each.key === valuesOf(payload)[key]);
  return found?.names[language] ?? m.timeline_gone_stage();
}

function opened(event: ToldEvent, language: Language): string {
  const told = { title: title(event), stage: stage(event, 'stage', language) };
  return valuesOf(event.payload)['reopensId'] ? m.timeline_opportunity_reopened(told) : m.timeline_opportunity_opened(told);
}

function moved(event: ToldEvent, language: Language): string {
  const told = { title: title(event), from: stage(event, 'from', language), to: stage(event, 'to', language) };
  return valuesOf(event.payload)['overridden'] ? m.timeline_opportunity_moved_anyway(told) : m.timeline_opportunity_moved(told);
}

function won(event: ToldEvent, language: Language): string {
  const reasons = (valuesOf(event.payload)['reasons'] as readonly WinReason[] | undefined ?? [])
    .flatMap((reason) => winReasonLabels[reason]?.[language].toLocaleLowerCase(language) ?? []).join(', ');
  return reasons ? m.timeline_opportunity_won_by({ title: title(event), reasons }) : m.timeline_opportunity_won({ title: title(event) });
}

function lost(event: ToldEvent, language: Language): string {
  const reason = lossReasonLabels[valuesOf(event.payload)['reason'] as LossReason]?.[language].toLocaleLowerCase(language);
  return reason ? m.timeline_opportunity_lost_by({ title: title(event), reason }) : m.timeline_opportunity_lost({ title: title(event) });
}

/** A change of nothing but its owner is a handing over. */
function updated(event: ToldEvent, _: Language, nameOf: NameOf): string {
  const { changed, values } = valuesOf(event.payload);
  if (!Array.isArray(changed) || changed.join() !== 'ownerId') return m.timeline_opportunity_updated({ title: title(event) });
  const { after } = valuesOf(valuesOf(values)['ownerId']);
  return typeof after === 'string'
    ? m.timeline_opportunity_handed({ title: title(event), name: nameOf(after) ?? m.timeline_somebody() })
    : m.timeline_opportunity_freed({ title: title(event) });
}

/** What the product tells of chances to sell. */
export const opportunitySentences: Readonly<Record<string, (event: ToldEvent, language: Language, nameOf: NameOf) => string>> = {
  opportunityOpened: opened,
  opportunityMoved: moved,
  opportunityRanked: (event) => m.timeline_opportunity_ranked({ title: title(event) }),
  opportunityWon: won,
  opportunityLost: lost,
  opportunityUpdated: updated,
};

/** Amounts of a changed opportunity, which are kept in minor units, in the currency of that time; nothing for other fields. */
export function amountOfChange({ type, payload, opportunity }: ToldEvent, language: Language) {
  const told = valuesOf(payload);
  const of = valuesOf(valuesOf(told['values'] as Values)['currency']);
  return (field: string, side: 'before' | 'after', value: unknown): string | undefined => {
    const currency = of[side] ?? told['currency'] ?? opportunity?.amount?.currency;
    if (type !== 'opportunityUpdated' || field !== 'amount' || value === null || value === undefined || typeof currency !== 'string') return undefined;
    return formatMoney(language, formatDecimal(money(Number(value), currency)), currency);
  };
}
