import { type Configuration, toPath } from '../../config';
import { EXIT, type Io } from '../io';
import { displayPath } from './targets';

/**
 * Says what is wrong with the configuration. A mistake that leaves a wish undone makes exit code 2: a check that silently
 * ran with other rules than were asked for would be believed.
 */
export function configTrouble(configuration: Configuration, io: Io): number {
  let exit: number = EXIT.clean;
  for (const { uri, position, severity, message } of configuration.problems()) {
    const display = displayPath(toPath(uri) ?? uri, io.cwd);
    io.err(`${display}:${position.line + 1}:${position.character + 1}: ${severity} in the configuration: ${message}\n`);
    if (severity === 'error') exit = EXIT.trouble;
  }
  return exit;
}
