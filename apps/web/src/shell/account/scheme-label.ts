import { m } from '#words';

export function schemeLabel(scheme: 'light' | 'dark' | 'auto'): string {
  switch (scheme) {
    case 'light': return m.shell_scheme_light();
    case 'dark': return m.shell_scheme_dark();
    case 'auto': return m.shell_scheme_auto();
    default: return scheme satisfies never;
  }
}
