import { DraftNote } from '#drafts';
import { LongTextField, PageHeader, SkeletonRows, TextField } from '#design';
import type { SegmentQuery } from '#operations';
import { RuleEditor } from '#rules';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useDebouncedValue } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { KindSwitch } from './kind-switch.tsx';
import { ProblemNote } from './problem-note.tsx';
import { SegmentActions } from './segment-actions.tsx';
import { type SegmentView } from './segment-view.ts';
import { type SegmentStart, useSegmentForm } from './use-segment-form.ts';
import { ViewTabs } from './view-tabs.tsx';
import { lazy, Suspense, useRef } from 'react';
import styles from './page.module.css';

// What a first look does not need comes after it.
const Insight = lazy(async () => ({ default: (await import('../insight/insight.tsx')).Insight }));
const Members = lazy(async () => ({ default: (await import('../members/members.tsx')).Members }));
const ListMembers = lazy(async () => ({ default: (await import('../members/list-members.tsx')).ListMembers }));
const ListInsight = lazy(async () => ({ default: (await import('../insight/list-insight.tsx')).ListInsight }));
const Past = lazy(async () => ({ default: (await import('../insight/past.tsx')).Past }));

interface SegmentEditorProps {
  readonly segment: NonNullable<SegmentQuery['segment']> | undefined;
  readonly start: SegmentStart;
  readonly view: SegmentView;
  readonly onView: (view: SegmentView) => void;
}

/** Left, whom it means; right, who that is. What is counted follows the editor, also before it is saved. */
export function SegmentEditor({ segment, start, view, onView }: SegmentEditorProps) {
  const navigate = useNavigate();
  const form = useSegmentForm(start, segment);
  const [counted] = useDebouncedValue(form.rule, 250);
  const mayWrite = segment?.viewerCanUpdate ?? true;
  const isRule = start.kind === 'RULE';
  // Said twice it is saved once; and a new one is made once until its own page is there.
  const saving = useRef(false);
  const save = async (over?: number) => {
    if (saving.current) return;
    saving.current = true;
    const saved = await form.save(over);
    if (saved && !segment) await navigate({ to: '/segments/$id', params: { id: saved.id }, replace: true });
    saving.current = false;
  };
  useShortcut({ keys: 'mod+enter', label: m.segments_save(), group: 'page', run: () => void save() }, mayWrite && form.dirty);
  return (
    <>
      <PageHeader
        title={segment?.name ?? m.segments_new()}
        beside={<Link to="/segments" className={styles.back}>{m.shell_nav_segments()}</Link>}
        actions={<SegmentActions segment={segment} form={form} mayWrite={mayWrite} onSave={() => void save()} />}
        toolbar={segment ? <ViewTabs view={view} onView={onView} kind={start.kind} /> : undefined}
      />
      <div className={styles.page}>
        <section className={styles.side} aria-label={m.segments_definition()}>
          <DraftNote {...form.kept} />
          <ProblemNote form={form} onOver={(version) => void save(version)} />
          {!segment && <KindSwitch kind={start.kind} />}
          <TextField
            label={m.segments_name()} value={form.name} readOnly={!mayWrite} maxLength={100} data-autofocus={!segment || undefined}
            error={form.problem?.field === 'name' ? form.problem.text : undefined} onChange={(event) => form.setName(event.currentTarget.value)}
          />
          <LongTextField
            label={m.segments_description()} value={form.description} readOnly={!mayWrite} minRows={1} maxRows={6}
            error={form.problem?.field === 'description' ? form.problem.text : undefined} onChange={(event) => form.setDescription(event.currentTarget.value)}
          />
          {isRule ? <RuleEditor rule={form.rule} onChange={form.setRule} strict={form.strict} /> : <p className={styles.quiet}>{segment ? m.segments_list_explained() : m.segments_list_new()}</p>}
        </section>
        <section className={styles.main} data-list={view === 'members' || (!isRule && view === 'overview') || undefined} aria-label={m.segments_who()}>
          <Suspense fallback={<SkeletonRows rows={12} />}>
            {(view === 'overview' || view === 'insight') && isRule && <Insight rule={counted} />}
            {view === 'insight' && !isRule && segment && <ListInsight id={segment.id} />}
            {view === 'members' && isRule && <Members rule={counted} />}
            {view === 'changes' && segment && <Past segment={segment} />}
            {(view === 'overview' || view === 'members') && !isRule && segment && <ListMembers segment={segment} />}
          </Suspense>
        </section>
      </div>
    </>
  );
}
