import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Larger tables take too long to appear and to change. Source: measured, ecosystem study §2.4. */
const PAGE = 100;

export interface Column {
  name: string;
  number?: boolean;
}

/** A table of any length, one page at a time. `follow`: the row that should be in view; `row` is asked for shown rows only. */
export function PagedTable({
  caption,
  columns,
  rows,
  row,
  follow,
}: {
  caption: string;
  columns: readonly Column[];
  rows: number;
  row(i: number): ComponentChildren[];
  follow?: number;
}) {
  const [chosen, choose] = useState<{ page: number; follow: number | undefined }>({ page: 0, follow: undefined });
  const last = Math.max(0, Math.ceil(rows / PAGE) - 1);
  const followed = follow !== undefined && follow >= 0 && follow !== chosen.follow;
  const page = Math.min(last, followed ? Math.floor(follow / PAGE) : chosen.page);
  const from = page * PAGE;
  const go = (to: number) => choose({ page: Math.min(last, Math.max(0, to)), follow });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section class="table" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, number }) => (
              <th key={name} scope="col" class={number ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows === 0 && (
            <tr>
              <td colSpan={columns.length} class="muted">
                None.
              </td>
            </tr>
          )}
          {Array.from({ length: Math.min(PAGE, rows - from) }, (_, i) => (
            <tr
              key={from + i}
              class={from + i === follow ? 'now' : undefined}
              aria-current={from + i === follow || undefined}
            >
              {row(from + i).map((cell, c) =>
                c === 0 ? (
                  <th key={columns[c]?.name} scope="row" class={columns[c]?.number ? 'number' : undefined}>
                    {cell}
                  </th>
                ) : (
                  <td key={columns[c]?.name} class={columns[c]?.number ? 'number' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {last > 0 && (
        <nav class="pages" aria-label={`Pages of ${caption}`}>
          <button type="button" disabled={page === 0} onClick={() => go(page - 1)}>
            Previous
          </button>
          <span>
            {from + 1} to {Math.min(rows, from + PAGE)} of {rows}
          </span>
          <button type="button" disabled={page === last} onClick={() => go(page + 1)}>
            Next
          </button>
        </nav>
      )}
    </section>
  );
}

/** The same as a picture, to read: closed until it is wanted. */
export function AsTable({ children }: { children: () => ComponentChildren }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open && children()}
    </details>
  );
}
