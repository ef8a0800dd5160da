import { m } from '#words';
import type { DoorKind, FormField } from '@orbita/domain/leads';

export function kindWord(kind: DoorKind): string {
  switch (kind) {
    case 'FORM': return m.leads_kind_form();
    case 'EMAIL': return m.leads_kind_email();
    case 'SOCIAL': return m.leads_kind_social();
    default: return kind satisfies never;
  }
}

export function fieldWord(field: FormField): string {
  switch (field) {
    case 'phone': return m.leads_phone();
    case 'organisation': return m.leads_organisation();
    case 'message': return m.leads_message();
    default: return field satisfies never;
  }
}
