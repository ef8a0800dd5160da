import { channelWord } from '#contacts';
import { orderChannelWord } from '#orders';
import type { ImportTarget } from '../draft/import-target.ts';

const words: Readonly<Record<string, (value: string) => string>> = { 'customer.preferredChannel': channelWord, 'order.channel': orderChannelWord };

/** The choices of a target as the rest of the interface calls them. */
export function choicesOf({ key, choices }: ImportTarget): { value: string; label: string }[] {
  const word = words[key];
  return choices.map(({ value, label }) => ({ value, label: word ? word(value) : label }));
}
