export { createLivePubSub, type LivePubSub } from './pub-sub.ts';
