import picomatch from 'picomatch';

const OPTIONS: picomatch.PicomatchOptions = { dot: true, nocase: process.platform === 'win32' };

/**
 * Globs of a configuration, for paths with `/` relative to its folder. A pattern without a slash matches in every folder,
 * a trailing slash means everything below, `!` in front takes files out again; the last pattern that matches decides.
 */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    const out = pattern.startsWith('!');
    const glob = tidy(out ? pattern.slice(1) : pattern);
    return { out, test: picomatch(glob, { ...OPTIONS, basename: !glob.includes('/') }) };
  });
  const onlyOut = tests.length > 0 && tests.every((t) => t.out);
  return (path) => {
    let inside = onlyOut;
    for (const { out, test } of tests) if (inside === out && test(path)) inside = !out;
    return inside;
  };
}

/** As `matcher`, and a pattern that matches a folder covers all below it. */
export function folderMatcher(patterns: readonly string[]): (path: string) => boolean {
  const test = matcher(patterns);
  return (path) => {
    if (test(path)) return true;
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1))
      if (test(path.slice(0, cut))) return true;
    return false;
  };
}

function tidy(glob: string): string {
  const bare = glob.replace(/^\.\//, '');
  return bare.endsWith('/') ? `${bare}**` : bare;
}
