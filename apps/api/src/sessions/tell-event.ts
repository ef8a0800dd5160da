import { appendCompanyEvent } from '@orbita/database/company';
import type { Em } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { systemWriting } from './system-writing.ts';

/** Something about who comes in, for the audit trail. */
export interface SignInEvent {
  readonly type: string;
  /** Of the person it is about; without one it is about the company's door. */
  readonly id?: string | undefined;
  /** Who did it, where somebody was signed in or has just been. */
  readonly by?: { readonly id: string; readonly partnerId?: string | null | undefined } | undefined;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly personal?: Readonly<Record<string, unknown>>;
}

export type Tell = (event: SignInEvent) => Promise<void>;

/** Writes what happens at the door into the audit trail, in a transaction of its own. */
export const openTeller = ({ em }: Database): Tell => async ({ type, id, by, payload, personal }) => {
  await em.fork().transactional(async (inner) => {
    const writing = await systemWriting(inner as Em, 'WEB', new Date());
    const actor = by ? { kind: by.partnerId ? 'PARTNER' : 'USER', id: by.id, channel: 'WEB' } as const : writing.actor;
    await appendCompanyEvent(inner as Em, type, { ...payload, id: id ?? writing.company.id }, { ...writing, actor }, personal);
  });
};
