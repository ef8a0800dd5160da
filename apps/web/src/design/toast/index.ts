export { settleToasts, showToast } from './toast-store.ts';
export { Toaster } from './toaster.tsx';
