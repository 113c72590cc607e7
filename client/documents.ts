import type { TextDocument } from 'vscode';
import { LANGUAGES } from './looks-like';

/** JSON and YAML of any kind; whether it is ours is another question. */
export function isDefinitionLanguage({ languageId }: TextDocument): boolean {
  return (LANGUAGES as readonly string[]).includes(languageId);
}
