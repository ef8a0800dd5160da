export { createApollo } from './apollo.ts';
export { type ContextMaker, contextMaker } from './context.ts';
export { publicCode } from './errors.ts';
export { graphqlDoor } from './door.ts';
export { readManifest, type Safelist, safelist } from './bounds/safelist.ts';
export { openLiveDoor } from './live-door.ts';
