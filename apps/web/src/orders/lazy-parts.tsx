import { type ComponentProps, lazy, Suspense } from 'react';

// Opened over a page, so fetched when they are.
const Panel = lazy(async () => ({ default: (await import('./sheet/order-panel.tsx')).OrderPanel }));
const Entry = lazy(async () => ({ default: (await import('./entry/place-order-dialog.tsx')).PlaceOrderDialog }));

export const OrderPanel = (props: ComponentProps<typeof Panel>) => <Suspense><Panel {...props} /></Suspense>;
export const PlaceOrderDialog = (props: ComponentProps<typeof Entry>) => <Suspense><Entry {...props} /></Suspense>;
