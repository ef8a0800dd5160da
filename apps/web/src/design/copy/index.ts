export { CopyButton } from './copy-button.tsx';
export { copyText } from './copy-text.ts';
