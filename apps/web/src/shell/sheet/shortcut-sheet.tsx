import { Dialog, KeyHint } from '#design';
import { type Shortcut, type ShortcutGroup, useActiveShortcuts } from '#shortcuts';
import { m } from '#words';
import styles from './shortcut-sheet.module.css';

const groups: readonly (readonly [ShortcutGroup, () => string])[] = [
  ['page', m.shell_keys_page], ['list', m.shell_keys_list], ['go', m.shell_keys_go], ['general', m.shell_keys_general],
];

/** Of several with the same keys only the one that would run. */
const effective = (shortcuts: readonly Shortcut[]): Shortcut[] => [...new Map(shortcuts.map((each) => [each.keys, each])).values()];

/** What the keyboard can do on this page, now. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const active = effective(useActiveShortcuts());
  return (
    <Dialog title={m.shell_shortcuts()} onClose={onClose} size="large">
      <div className={styles.groups}>
        {groups.map(([group, label]) => {
          const listed = active.filter((shortcut) => shortcut.group === group);
          return listed.length > 0 && (
            <section key={group}>
              <h3 className={styles.heading}>{label()}</h3>
              <dl className={styles.list}>
                {listed.map(({ keys, label: does }) => (
                  <div key={keys} className={styles.line}><dt>{does}</dt><dd><span className="visually-hidden">{keys}</span><KeyHint keys={keys} /></dd></div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
