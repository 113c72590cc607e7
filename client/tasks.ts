import {
  type ExtensionContext,
  ShellExecution,
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

/** Offers `ecs-preflight: check` for each workspace folder: the command that CI runs, in a terminal. */
export function registerTasks(context: ExtensionContext): void {
  const provider = tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).map((folder) => makeTask({ type: TYPE, command: 'check' }, folder)),
    resolveTask: ({ definition, scope }) => makeTask(definition as PreflightTask, scope ?? TaskScope.Workspace),
  });
  context.subscriptions.push(provider);
}

function makeTask(definition: PreflightTask, scope: WorkspaceFolder | TaskScope.Global | TaskScope.Workspace): Task {
  const { command, args = ['.'] } = definition;
  const execution = new ShellExecution('npx', ['ecs-preflight', command, ...args]);
  // No problem matcher of its own: the language server lists the same findings already, and twice is once too often.
  const task = new Task(definition, scope, command, TYPE, execution, []);
  task.detail = 'Check the ECS service definitions of this folder, as CI does';
  return task;
}
