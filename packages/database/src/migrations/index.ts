import { Company001 } from './001-company.ts';
import { Customers002 } from './002-customers.ts';
import { Orders003 } from './003-orders.ts';
import { Timeline004 } from './004-timeline.ts';
import { Facts005 } from './005-facts.ts';
import { Cycles020 } from './020-cycles.ts';
import { ImportSystems021 } from './021-import-systems.ts';
import { OutboxWindows021 } from './021-outbox-windows.ts';
import { SortedLists022 } from './022-sorted-lists.ts';
import { ModelEdits023 } from './023-model-edits.ts';
import { BoardSums024 } from './024-board-sums.ts';
import { DeletedDoors025 } from './025-deleted-doors.ts';
import { Conversations026 } from './026-conversations.ts';
import { Duplicates027 } from './027-duplicates.ts';
import { CustomerMerges028 } from './028-customer-merges.ts';
import { CustomFields029 } from './029-custom-fields.ts';
import { BulkChanges030 } from './030-bulk-changes.ts';
import { Privacy031 } from './031-privacy.ts';
import { People032 } from './032-people.ts';
import { ImportsForEverybody033 } from './033-imports-for-everybody.ts';
import { DataQuality034 } from './034-data-quality.ts';
import { DuplicateQueue035 } from './035-duplicate-queue.ts';
import { FieldsOfLeadsAndContacts036 } from './036-fields-of-leads-and-contacts.ts';
import { ContactList037 } from './037-contact-list.ts';
import { OrderOfOwnFields038 } from './038-order-of-own-fields.ts';
import { ReopenedLeads039 } from './039-reopened-leads.ts';
import { FoundByEnds040 } from './040-found-by-ends.ts';
import { TimelineInOrder041 } from './041-timeline-in-order.ts';
import { OrdersInOrder042 } from './042-orders-in-order.ts';
import { ActivitiesFound043 } from './043-activities-found.ts';
import { AccessKeys044 } from './044-access-keys.ts';
import { OpportunitiesInOrder045 } from './045-opportunities-in-order.ts';
import { CostReturned046 } from './046-cost-returned.ts';

/** In order. Forward only: a migration that was released is never edited; a change is a new one at the end. */
export const migrations = [
  Company001, Customers002, Orders003, Timeline004, Facts005, Cycles020, ImportSystems021, OutboxWindows021,
  SortedLists022, ModelEdits023, BoardSums024, DeletedDoors025, Conversations026, Duplicates027, CustomerMerges028, CustomFields029,
  BulkChanges030, Privacy031, People032, ImportsForEverybody033, DataQuality034, DuplicateQueue035, FieldsOfLeadsAndContacts036,
  ContactList037, OrderOfOwnFields038, ReopenedLeads039, FoundByEnds040, TimelineInOrder041,
  OrdersInOrder042, ActivitiesFound043, AccessKeys044, OpportunitiesInOrder045, CostReturned046,
];
