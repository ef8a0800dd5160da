export { bombs, throwBomb } from './bombs.ts';
export { serverProcess } from './server-process.ts';
export { email, password, type Person, signIn, startTestServer, type TestServer } from './start-test-server.ts';
export { Browser } from './browser.ts';
export { totpOf } from './totp.ts';
export { type Claims, freePort, type IdentityProvider, startIdentityProvider } from './identity-provider.ts';
