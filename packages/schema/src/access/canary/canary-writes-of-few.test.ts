import 'reflect-metadata';
import { roles } from '@orbita/domain/access';
import { testWritesOf } from '../../testing/canary-writes.ts';

// Those who write most have a file of their own, so that two processes share the work.
testWritesOf(roles.filter((role) => !['administrator', 'manager', 'sales'].includes(role)));
