export { createLivePubSub, type LivePubSub } from './pub-sub.ts';
export { startRelay } from './relay.ts';
export { readWhenWritten } from './wake.ts';
