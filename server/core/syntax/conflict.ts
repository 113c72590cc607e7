/** Merge conflict markers: one clear problem each, and the file is read as if the first side had been chosen. */
import type { Build } from './build';
import { blank } from './mask';

const CONFLICT = /^<{7}(?: [^\r\n]*)?(?:\r\n?|\n)[\s\S]*?^>{7}(?: [^\r\n]*)?$/gm;

/** Text with the markers and all sides but the first blanked out. Problems and gaps are noted in `build`. */
export function maskConflicts(text: string, build: Pick<Build, 'problems' | 'gaps'>): string {
  if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return text;
  return text.replace(CONFLICT, (conflict, start: number) => {
    const divider = conflict.search(/^(?:\|{7}|={7})/m);
    const firstLine = conflict.search(/[\r\n]/);
    if (divider === -1) return conflict;
    build.problems.push({
      code: 'merge-conflict',
      severity: 'error',
      start,
      end: start + firstLine,
      message:
        'A merge conflict is left in the file from here to the >>>>>>> line. Choose a side and remove the markers; until then only the first side is checked.',
    });
    build.gaps.push(start, start + conflict.length);
    return blank(conflict.slice(0, firstLine)) + conflict.slice(firstLine, divider) + blank(conflict.slice(divider));
  });
}
