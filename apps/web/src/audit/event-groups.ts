import { currentLanguage } from '#words';
import { eventGroupLabels, eventGroups } from '@orbita/domain/timeline';

const groups: Readonly<Record<string, readonly string[]>> = eventGroups;

export const groupChoices = (): readonly { readonly value: string; readonly label: string }[] =>
  Object.entries(eventGroupLabels).map(([value, label]) => ({ value, label: label[currentLanguage()] }));

export const typesOf = (kinds: readonly string[]): string[] => kinds.flatMap((kind) => (Object.hasOwn(groups, kind) ? groups[kind] ?? [] : []));
