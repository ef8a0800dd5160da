import type { ChipTone, StageColor } from '#design';
import { m } from '#words';
import {
  type DisqualificationReason, disqualificationReasonLabels, type LeadChannel, leadChannelLabels, type LeadStatus, leadStatusLabels,
} from '@orbita/domain/leads';

type Language = 'en' | 'es';

export const statusWord = (status: LeadStatus, language: Language): string => leadStatusLabels[status][language];
export const channelWord = (channel: LeadChannel, language: Language): string => leadChannelLabels[channel][language];
export const reasonWord = (reason: DisqualificationReason, language: Language): string => disqualificationReasonLabels[reason][language];

export const statusColor: Readonly<Record<LeadStatus, StageColor>> = {
  NEW: 'cyan', WORKED: 'indigo', RECYCLED: 'slate', QUALIFIED: 'green', DISQUALIFIED: 'red',
};

/** What the answers advise, in words, and how loud. */
export function adviceWord(advice: string): { readonly text: string; readonly tone: ChipTone } {
  switch (advice) {
    case 'QUALIFY': return { text: m.leads_advice_qualify(), tone: 'ok' };
    case 'RECYCLE': return { text: m.leads_advice_recycle(), tone: 'warn' };
    case 'DISQUALIFY': return { text: m.leads_advice_disqualify(), tone: 'bad' };
    default: return { text: m.leads_advice_ask(), tone: 'plain' };
  }
}

/** The first words of what somebody wrote. */
export const glimpse = ({ subject, message }: { readonly subject: string | null; readonly message: string | null }): string =>
  subject ?? message?.split('\n').find((line) => line.trim() !== '')?.slice(0, 200) ?? '';
