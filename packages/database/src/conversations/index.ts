export { receiveMessage, type Received } from './receive-message.ts';
