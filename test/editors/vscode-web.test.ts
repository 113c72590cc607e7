import { describe, expect, it } from 'vitest';
import { given } from './given';
import { useVSCode } from './vscode/session';
import { expectEventually } from './vscode/workbench';

const SERVICE = 'shop/ecs-service-def.yaml';

/**
 * What vscode.dev runs: the `browser` entry in the extension host that is a worker of the page, and the server in a
 * worker of its own. The package has no other entry, so nothing here can come from a process.
 */
describe.skipIf(!given.vscode)('VS Code for the Web', () => {
  if (!given.vscode) return;
  const session = useVSCode(given.vscode, { inBrowser: true });

  async function open(text?: string, plus = 0) {
    const { workbench, files } = session;
    await workbench.open(
      files.folder,
      files.path(SERVICE),
      text === undefined ? undefined : files.at(SERVICE, text, plus),
    );
    await workbench.squiggles('error').first().waitFor();
    return workbench;
  }

  it('reports, explains and completes in a worker', async () => {
    const workbench = await open('minimumHealthyPercent', 3);
    expect(await workbench.hover(/minimumHealthyPercent/)).toMatch(/desiredCount|percent/i);
    await workbench.problems(/SERVICE, TASK_DEFINITION or NONE/);
    await workbench.focus('ecs-service-def.yaml');
    await workbench.goTo(session.files.at(SERVICE, 'propagateTags: Service', 'propagateTags: Service'.length));
    await workbench.press('Enter');
    await workbench.type('sched');
    await workbench.completions(/^schedulingStrategy$/);
    await session.shot('web-complete');
  });

  it('repairs a finding and knows the task definition beside the service', async () => {
    const workbench = await open('Service\n');
    await workbench.actions(/Write SERVICE/);
    await workbench.takeAction(/Write SERVICE/);
    await workbench.text(/^propagateTags: SERVICE$/m);
    await expectEventually(async () => (await workbench.squiggles('error').count()) === 1, 'one squiggle is left');
    // What is not in view is not drawn.
    await workbench.goTo({ line: 1, column: 1 });
    await workbench.lenses(/Runs ecs-task-def\.json/);
    await workbench.goTo(session.files.at(SERVICE, 'containerName: web', 'containerName: w'.length));
    await workbench.press('F2');
    await workbench.rename('storefront');
    await workbench.text(/containerName: storefront/);
    await workbench.quickOpen('ecs-task-def.json');
    await workbench.text(/"name": "storefront"/);
  });

  it('previews the rollout, answers what if and writes it into the file', async () => {
    const workbench = await open();
    await workbench.lenses(/Preview rollout/);
    await workbench.lens(/Preview rollout/).click();
    await workbench.webviewText(/This rollout completes/);
    const page = workbench.webview();
    await page.getByLabel('Maximum', { exact: false }).fill('150');
    await page.locator('.verdict', { hasText: 'at most 6 tasks' }).waitFor();
    await page.getByRole('button', { name: 'Apply to file' }).click();
    await page.getByText('Written into the file').waitFor();
    await session.shot('web-preview');
    await workbench.focus('ecs-service-def.yaml');
    await workbench.text(/^ {2}maximumPercent: 150( → at most 6)?$/m);
  });
});
