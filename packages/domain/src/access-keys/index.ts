export { accessKeyDays, type AccessKeyInput, accessKeysAtMost, accessKeyState, type AccessKeyState, prepareAccessKey } from './access-key.ts';
