import type { Viewer } from '@orbita/domain/access';
import { newId } from '#connection';

/** Sees everything: the most that a read can cost. */
export const administrator: Viewer = { userId: newId(), role: 'administrator', teamId: null, partnerId: null, language: 'en' };
