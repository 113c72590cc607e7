import { Disposable, type Event, extensions, type Uri } from 'vscode';

/** The part of VS Code's own Git extension that is asked (extensions/git, api version 1). */
interface Git {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<Git['state']>;
  getRepository(uri: Uri): Repository | null;
  readonly repositories: Repository[];
  readonly onDidOpenRepository: Event<Repository>;
}

interface Repository {
  show(ref: string, path: string): Promise<string>;
  readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: Event<void> };
}

/** Undefined where the editor has no Git: in a browser, or switched off. */
async function git(): Promise<Git | undefined> {
  const extension = extensions.getExtension<{ getAPI(version: 1): Git }>('vscode.git');
  if (!extension) return undefined;
  try {
    return (await extension.activate()).getAPI(1);
  } catch {
    return undefined;
  }
}

/**
 * The text of a file in the last commit. Undefined where it is in no repository that the editor knows; throws for a file
 * that the commit does not have.
 */
export async function committedText(uri: Uri): Promise<string | undefined> {
  return (await git())?.getRepository(uri)?.show('HEAD', uri.fsPath);
}

/** Waits until Git has looked for the repositories of the window; a question that comes earlier finds none. */
export async function searchedForRepositories(): Promise<void> {
  const api = await git();
  if (api?.state !== 'uninitialized') return;
  await new Promise<void>((searched) => {
    const waiting = api.onDidChangeState(() => {
      waiting.dispose();
      searched();
    });
  });
}

/** Calls the listener when another commit is checked out in a repository, and when a repository comes into view. */
export function onDidCommit(listener: () => void): Disposable {
  const disposables: Disposable[] = [];
  let over = false;
  const follow = (repository: Repository) => {
    let commit = repository.state.HEAD?.commit;
    const look = () => {
      if (repository.state.HEAD?.commit === commit) return;
      commit = repository.state.HEAD?.commit;
      listener();
    };
    disposables.push(repository.state.onDidChange(look));
  };
  void git().then((api) => {
    if (!api || over) return;
    api.repositories.forEach(follow);
    disposables.push(
      api.onDidOpenRepository((repository) => {
        follow(repository);
        listener();
      }),
    );
  });
  return new Disposable(() => {
    over = true;
    for (const disposable of disposables) disposable.dispose();
  });
}
