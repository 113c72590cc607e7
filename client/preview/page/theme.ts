/** Colours for the canvas, which does not follow CSS: read anew when the theme changes. */
import { signal } from '@preact/signals';

const NAMES = ['old', 'new', 'starting', 'stopping', 'failed', 'text', 'muted', 'line', 'page'] as const;
export type Colours = Record<(typeof NAMES)[number], string>;

/** Rises with every change of the theme. */
export const themeRevision = signal(0);

export function watchTheme(): void {
  const changed = () => {
    themeRevision.value++;
  };
  const watched = { attributes: true, attributeFilter: ['class', 'style', 'data-vscode-theme-kind'] };
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, watched);
  observer.observe(document.body, watched);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'])
    matchMedia(query).addEventListener('change', changed);
}

/** The colours as they are now, resolved to what a canvas takes. */
export function coloursNow(): Colours {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Colours;
  probe.remove();
  return colours;
}
