import { defineCommand } from '../command';
import { SCRIPTS } from '../completion-scripts';
import { EXIT } from '../io';
import { COMMANDS } from './index';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

const DETAILS = `
  bash   eval "$(ecs-preflight completion bash)"            in ~/.bashrc
  zsh    eval "$(ecs-preflight completion zsh)"             in ~/.zshrc, after compinit
  fish   ecs-preflight completion fish > ~/.config/fish/completions/ecs-preflight.fish`;

export const completion = defineCommand({
  name: 'completion',
  args: SHELLS.join('|'),
  summary: 'Print a completion script for a shell.',
  details: DETAILS,
  options: {},
  arity: [1, 1],
  complete: SHELLS,
  async run([shell], _given, io) {
    const known = SHELLS.find((s) => s === shell);
    if (!known) {
      io.err(`ecs-preflight: there is completion for ${SHELLS.join(', ')}, not for "${shell}"\n`);
      return EXIT.trouble;
    }
    io.out(SCRIPTS[known](Object.values(COMMANDS)));
    return EXIT.clean;
  },
});
