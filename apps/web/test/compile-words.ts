import { compile } from '@inlang/paraglide-js';
import { words } from '../words.config.ts';

// A program of its own: the compiler leaves something open that would hold up whoever calls it.
await compile(words);
process.exit(0);
