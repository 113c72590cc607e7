import { type Command, defineCommand } from '../command';
import { SCRIPTS } from '../completion-scripts';
import { EXIT } from '../io';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

const DETAILS = `
  bash   eval "$(ecs-preflight completion bash)"            in ~/.bashrc
  zsh    eval "$(ecs-preflight completion zsh)"             in ~/.zshrc, after compinit
  fish   ecs-preflight completion fish > ~/.config/fish/completions/ecs-preflight.fish`;

/** @param commands all of them, this one too */
export const completionOf = (commands: () => readonly Command[]) =>
  defineCommand({
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
      io.out(SCRIPTS[known](commands()));
      return EXIT.clean;
    },
  });
