import type { OpportunityStatus } from '#operations';
import { m } from '#words';

export function statusWord(status: OpportunityStatus): string {
  switch (status) {
    case 'OPEN': return m.opportunities_open();
    case 'WON': return m.opportunities_won();
    case 'LOST': return m.opportunities_lost();
    default: return status satisfies never;
  }
}
