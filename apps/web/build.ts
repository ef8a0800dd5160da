import { build } from 'vite';

// A program of its own: the compiler of the messages leaves something open, for half a minute, that would hold up whoever builds.
await build();
process.exit(0);
