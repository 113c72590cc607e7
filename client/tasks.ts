import {
  type Disposable,
  type ExtensionContext,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

const TYPE = 'ecs-preflight';

/** As in tasks.json: `{"type": "ecs-preflight", "command": "check", "args": ["services"]}`. */
interface PreflightTask extends TaskDefinition {
  command: 'check';
  args?: string[];
}

/** Offers `ecs-preflight: check` for each workspace folder, with the findings in the Problems view. */
export function registerTasks(context: ExtensionContext): void {
  const cli = context.asAbsolutePath('dist/cli.js');
  const provider: Disposable = tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).map((folder) => makeTask({ type: TYPE, command: 'check' }, folder, cli)),
    resolveTask: ({ definition, scope }) => makeTask(definition as PreflightTask, scope ?? TaskScope.Workspace, cli),
  });
  context.subscriptions.push(provider);
}

function makeTask(
  definition: PreflightTask,
  scope: WorkspaceFolder | TaskScope.Global | TaskScope.Workspace,
  cli: string,
): Task {
  const { command, args = ['.'] } = definition;
  // The editor's own Node runs it, so that nothing has to be installed.
  const execution = new ProcessExecution(process.execPath, [cli, command, '--format', 'concise', ...args], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new Task(definition, scope, command, TYPE, execution, ['$ecs-preflight']);
  task.detail = 'Check the ECS service definitions of this folder';
  return task;
}
