/** Finds programs of the system, and installs Debian's packages where that is possible. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { NotAvailable } from './cache.mjs';

/** Each program: what it may be called, and the Debian packages that bring it. */
const PROGRAMS = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    packages: ['chromium', 'fonts-dejavu-core'],
    variable: 'CHROMIUM',
  },
  neovim: { names: ['nvim'], packages: ['neovim'], variable: 'NVIM_PROGRAM' },
  emacs: { names: ['emacs'], packages: ['emacs-nox', 'elpa-eglot'], variable: 'EMACS_PROGRAM' },
  vim: { names: ['vim'], packages: ['vim', 'vim-ale'], files: ['/usr/share/vim/addons', '/usr/share/vim-ale'] },
};

/**
 * Where a program is; undefined when it is not here.
 *
 * @param {keyof typeof PROGRAMS} program
 */
export function findProgram(program) {
  const { names, places = [], variable } = PROGRAMS[program];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const given = variable ? process.env[variable] : undefined;
  const candidates = [given, ...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  return candidates.find((file) => file && isProgram(file));
}

/**
 * The same, after an attempt to install it: with apt, as root, on Debian and its like. Throws NotAvailable.
 *
 * @param {keyof typeof PROGRAMS} program
 */
export function needProgram(program, complete = () => true) {
  const found = findProgram(program);
  if (found && complete()) return found;
  const { packages } = PROGRAMS[program];
  const hand = `install ${packages.join(' and ')}`;
  if (process.getuid?.() !== 0 || !onPath('apt-get'))
    throw new NotAvailable(`${program} is not here and this user cannot install it; ${hand}`);
  console.log(`installing ${packages.join(', ')} with apt`);
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  const installed = findProgram(program);
  if (!installed || !complete()) throw new NotAvailable(`${program} is not here even after apt; ${hand}`);
  return installed;
}

function apt(...args) {
  const { status, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new NotAvailable(`apt-get ${args.join(' ')} failed: ${stderr?.trim().split('\n').at(-1)}`);
}

/** @param {string} name */
export function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder && isProgram(join(folder, name)));
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
