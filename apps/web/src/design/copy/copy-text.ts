import { m } from '#words';
import { showToast } from '../toast/index.ts';

/** Copies and says so. A browser that was reached without https has no clipboard for pages: then it is said what to do instead. */
export function copyText(text: string): void {
  const failed = () => showToast(m.design_copy_failed(), { tone: 'bad' });
  // The types promise one; an insecure page has none.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return failed();
  void clipboard.writeText(text).then(() => showToast(m.design_copied())).catch(failed);
}
