import { join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { type Configuration, decode, readText, toUri, walk } from '../../config';
import { EXIT, type Io } from '../io';

/** A file to check, read. */
export interface Target {
  /** Absolute; for standard input the path that it stands for. */
  path: string;
  uri: string;
  /** For people: relative to the working directory with `/`, or absolute above it. */
  display: string;
  text: string;
  /** The person named this very file, so it is taken for a service definition more easily, and excuses are owed if it is none. */
  named: boolean;
  stdin: boolean;
}

export interface Targets {
  targets: Target[];
  /** EXIT.trouble when something that was asked for could not be read. */
  exit: number;
}

const DATA_FILE = /\.(json|jsonc|ya?ml)$/i;
const GLOB = /[*?[\]{}]|^!/;

/** Names at least one member of a service or task definition; cheaper than parsing every YAML file of a repository. */
const PLAUSIBLE =
  /(task|container)Definition|launchType|capacityProviderStrategy|deployment(Configuration|Controller)|schedulingStrategy|desiredCount|serviceName|loadBalancers|networkConfiguration/i;

/** Reads everything that the arguments name: files, folders, globs, `-`. No argument means the working directory. */
export function gatherTargets(
  args: readonly string[],
  io: Io,
  configuration: Configuration,
  stdinName: string | undefined,
): Targets {
  const found = new Map<string, Target>();
  let exit: number = EXIT.clean;
  const complain = (name: string, message: string, grave: boolean) => {
    io.err(`ecs-preflight: ${name} ${message}\n`);
    if (grave) exit = EXIT.trouble;
  };
  const add = (path: string, named: boolean, as?: string) => {
    const before = found.get(path);
    if (before) {
      before.named ||= named;
      return;
    }
    const display = displayPath(path, io.cwd);
    const result = readText(path);
    if (result.text === undefined)
      return complain(as ?? display, result.message, named || result.trouble === 'unreadable');
    const { text } = result;
    if (!named && !PLAUSIBLE.test(text)) return;
    found.set(path, { path, uri: toUri(path), display, text, named, stdin: false });
  };
  const addFolder = (folder: string, matches: (path: string) => boolean): number => {
    const accept = (path: string) => matches(path) && !configuration.settingsFor(toUri(path)).excluded;
    const paths = walk(folder, {
      accept,
      onTrouble: (path, code) => complain(displayPath(path, io.cwd), `cannot be listed: ${code}`, true),
    });
    for (const path of paths) add(path, false);
    return paths.length;
  };

  for (const arg of args.length > 0 ? args : ['.']) {
    if (arg === '-') addStdin(found, io, stdinName, complain);
    else {
      const path = resolve(io.cwd, arg);
      const result = readText(path);
      if (result.trouble === 'folder') addFolder(path, (file) => DATA_FILE.test(file));
      else if (result.trouble === 'gone' && GLOB.test(arg)) {
        const { folder, matches } = globTest(arg, io.cwd);
        if (readText(folder).trouble !== 'folder' || addFolder(folder, matches) === 0)
          complain(`"${arg}"`, 'matches no file', true);
      } else add(path, true, arg);
    }
  }
  return { targets: [...found.values()], exit };
}

function addStdin(
  found: Map<string, Target>,
  io: Io,
  name: string | undefined,
  complain: (n: string, m: string, grave: boolean) => void,
): void {
  const result = decode(io.input());
  if (result.text === undefined) {
    complain('standard input', result.message, true);
    return;
  }
  // Without a name it stands in the working directory, where the task definition may be.
  const path = resolve(io.cwd, name ?? '<stdin>');
  const display = name === undefined ? '<stdin>' : displayPath(path, io.cwd);
  found.set(path, { path, uri: toUri(path), display, text: result.text, named: true, stdin: true });
}

/** The folder to walk, and the test for what is in it. */
function globTest(glob: string, cwd: string): { folder: string; matches: (path: string) => boolean } {
  const { base, glob: rest } = picomatch.scan(glob.replace(/^\.\//, ''));
  const folder = resolve(cwd, base);
  const test = picomatch(rest, { dot: true });
  return { folder, matches: (path) => test(slashes(relative(folder, path))) };
}

/** Relative to the working directory with `/`, as all formats print it. */
export function displayPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return slashes(inside === '' ? path : inside);
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** Where a file named in an option is: relative to the working directory. */
export function optionPath(io: Io, path: string): string {
  return join(resolve(io.cwd, path));
}
