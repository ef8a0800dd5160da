import { m } from '#words';
import { IconCheckbox, IconMail, IconMessage, IconNote, IconPhone, type TablerIcon, IconUsers } from '@tabler/icons-react';

export type ActivityKind = 'CALL' | 'MEETING' | 'EMAIL' | 'NOTE' | 'TASK' | 'MESSAGE';

export function activityIcon(kind: ActivityKind): TablerIcon {
  switch (kind) {
    case 'CALL': return IconPhone;
    case 'MEETING': return IconUsers;
    case 'EMAIL': return IconMail;
    case 'NOTE': return IconNote;
    case 'TASK': return IconCheckbox;
    case 'MESSAGE': return IconMessage;
    default: return kind satisfies never;
  }
}

export function activityWord(kind: ActivityKind): string {
  switch (kind) {
    case 'CALL': return m.activities_call();
    case 'MEETING': return m.activities_meeting();
    case 'EMAIL': return m.activities_email();
    case 'NOTE': return m.activities_note();
    case 'TASK': return m.activities_task();
    case 'MESSAGE': return m.activities_message();
    default: return kind satisfies never;
  }
}
