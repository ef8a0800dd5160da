import 'reflect-metadata';
import { testWritesOf } from '../../testing/canary-writes.ts';

testWritesOf(['administrator', 'manager', 'sales']);
