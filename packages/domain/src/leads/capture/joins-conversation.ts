import type { LeadChannel } from '../lead.ts';

/**
 * As what a message goes on with a conversation while a lead of its sender is open; null where each filling, call or
 * line of a list is an interest of its own.
 */
export function activityOfMessage(channel: LeadChannel): 'EMAIL' | 'MESSAGE' | null {
  switch (channel) {
    case 'EMAIL': return 'EMAIL';
    case 'SOCIAL': case 'MESSAGING': case 'CHAT': return 'MESSAGE';
    case 'WEB_FORM': case 'CALL': case 'VISIT': case 'FAIR': case 'API': case 'IMPORT': return null;
    default: return channel satisfies never;
  }
}
