import { SkeletonRows } from '#design';
import { lazy, Suspense } from 'react';
import type { RuleChipsProps } from './chips/rule-chips.tsx';
import type { RuleDialogProps } from './chips/rule-dialog.tsx';
import type { RuleEditorProps } from './editor/rule-editor.tsx';

// The editor is large: it arrives when somebody is about to write a rule.
const Editor = lazy(async () => ({ default: (await import('./editor/rule-editor.tsx')).RuleEditor }));
const Chips = lazy(async () => ({ default: (await import('./chips/rule-chips.tsx')).RuleChips }));
const Dialog = lazy(async () => ({ default: (await import('./chips/rule-dialog.tsx')).RuleDialog }));

/** The whole rule as a tree that is edited in place, and in words. */
export const RuleEditor = (props: RuleEditorProps) => <Suspense fallback={<SkeletonRows rows={4} />}><Editor {...props} /></Suspense>;

/** The parts of a rule that must all hold, as chips, and the button that adds one. */
export const RuleChips = (props: RuleChipsProps) => <Suspense><Chips {...props} /></Suspense>;

/** The full editor over a page; it closes itself. */
export const RuleDialog = (props: RuleDialogProps) => <Suspense><Dialog {...props} /></Suspense>;
