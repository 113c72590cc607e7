/**
 * Fixtures for expressions: the expression on its line, and under it lines whose carets stand below the part they
 * speak of, followed by what is said of it:
 *
 *   attribute:ecs.os-type = linux
 *                         ^ unknown-operator
 *
 * A `$0` marks a cursor and is taken out.
 */
export interface Mark {
  start: number;
  end: number;
  says: string;
}

export function readMarks(fixture: string): { text: string; marks: Mark[] } {
  const lines = fixture.replace(/^\n/, '').replace(/\s+$/, '').split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  const [text = '', ...below] = lines.map((line) => line.slice(indent));
  const marks = below.map((line) => {
    const found = /^( *)(\^+) ?(.*)$/.exec(line);
    if (!found) throw new Error(`not a line of marks: ${line}`);
    const start = (found[1] as string).length;
    return { start, end: start + (found[2] as string).length, says: found[3] as string };
  });
  return { text, marks };
}

export function readCursor(text: string): { text: string; offset: number } {
  const offset = text.indexOf('$0');
  if (offset < 0) throw new Error(`no $0 in ${text}`);
  return { text: text.replace('$0', ''), offset };
}
