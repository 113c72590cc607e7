import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { openSections, setOpen } from './state';

/** The first frame is for the verdict and the pictures; what is below them comes with the next. */
const drawn = signal(false);
requestAnimationFrame(function wait() {
  requestAnimationFrame(() => {
    if (document.querySelector('.verdict')) drawn.value = true;
    else wait();
  });
});

/** A part of the page that opens and closes, and stays as it was left. Its content is made only while it is open. */
export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: string;
  children: () => ComponentChildren;
}) {
  const open = openSections.value.has(id);
  return (
    <details class="section" id={id} open={open} onToggle={(event) => setOpen(id, event.currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
        {note && <span class="muted"> {note}</span>}
      </summary>
      {open && drawn.value && <div class="body">{children()}</div>}
    </details>
  );
}
