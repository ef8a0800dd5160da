import 'reflect-metadata';
import { testWritesOf } from './canary-writes.fixture.ts';

testWritesOf(['administrator', 'manager', 'sales']);
