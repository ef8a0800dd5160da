import { type ComponentProps, lazy, Suspense } from 'react';
import type { DateField as DateFieldPart, DateFieldProps } from './date-field.tsx';
import type { MomentField as MomentFieldPart } from './moment-field.tsx';
import styles from './form-layout.module.css';

// Fields carry much with them; a page that asks for a day only when something is opened does not wait for it.
const LazyDate = lazy(async () => ({ default: (await import('./date-field.tsx')).DateField }));
const LazyMoment = lazy(async () => ({ default: (await import('./moment-field.tsx')).MomentField }));

const Waiting = ({ size }: { readonly size?: DateFieldProps['size'] }) => <div className={size === 'xs' ? styles.waitingSmall : styles.waiting} />;

export const DateField = (props: ComponentProps<typeof DateFieldPart>) => <Suspense fallback={<Waiting size={props.size} />}><LazyDate {...props} /></Suspense>;
export const MomentField = (props: ComponentProps<typeof MomentFieldPart>) => <Suspense fallback={<Waiting size={props.size} />}><LazyMoment {...props} /></Suspense>;
