import { type StageColor, StageDot } from '#design';
import { m } from '#words';
import styles from './navigation.module.css';

export interface SavedViewLink {
  readonly id: string;
  readonly name: string;
  readonly color: StageColor;
  /** The address with its search, as the router builds it. */
  readonly href: string;
}

/** The viewer's own shortcuts to a list or a board with its filters; nothing to show without one. */
export function SavedViews({ views, onOpen }: { readonly views: readonly SavedViewLink[]; readonly onOpen: (href: string) => void }) {
  if (views.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{m.shell_saved_views()}</h2>
      <ul className={styles.list}>
        {views.map(({ id, name, color, href }) => (
          <li key={id}>
            <a
              className={styles.item} href={href} title={name}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                onOpen(href);
              }}
            >
              <span className={styles.dot}><StageDot color={color} /></span>
              <span className={styles.name}>{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
