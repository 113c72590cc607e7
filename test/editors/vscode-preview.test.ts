import { describe, expect, it } from 'vitest';
import { given } from './given';
import { useVSCode } from './vscode/session';

const SERVICE = 'shop/ecs-service-def.yaml';

describe.skipIf(!given.vscode)('the preview in VS Code', () => {
  if (!given.vscode) return;
  const session = useVSCode(given.vscode);

  async function open() {
    const { workbench, files } = session;
    await workbench.open(files.folder, files.path(SERVICE));
    await workbench.lenses(/Preview rollout/);
    await workbench.lens(/Preview rollout/).click();
    await workbench.webviewText(/This rollout completes/);
    return workbench.webview();
  }

  it('opens from the lens, answers what if, writes it into the file and follows it', async () => {
    const page = await open();
    const { workbench } = session;
    expect(await page.locator('.verdict').textContent()).toContain('never fewer than 4 healthy tasks, at most 8 tasks');
    await session.shot('preview');
    await page.getByLabel('Maximum', { exact: false }).fill('150');
    await page.locator('.verdict', { hasText: 'at most 6 tasks' }).waitFor();
    await page.getByRole('button', { name: 'Apply to file' }).click();
    await page.getByText('Written into the file').waitFor();
    await page.locator('.tag').waitFor({ state: 'detached' });
    expect(await page.locator('.verdict').textContent()).toContain('at most 6 tasks');
    await session.shot('preview-applied');
    await workbench.run('View: Focus First Editor Group');
    await workbench.text(/^ {2}maximumPercent: 150( → at most 6)?$/m);
  });

  it('follows what is typed, and leads to the line of a bound', async () => {
    const page = await open();
    const { workbench } = session;
    await page.locator('.legend').getByRole('button', { name: 'ceiling' }).click();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 6' }).waitFor();
    await workbench.goTo(session.files.at(SERVICE, 'desiredCount: 4', 'desiredCount: 4'.length));
    const started = performance.now();
    await workbench.type('0');
    await page.locator('.verdict', { hasText: 'at most 80 tasks' }).waitFor();
    console.log(`from a keystroke to the panel: ${Math.round(performance.now() - started)} ms`);
    await session.shot('preview-followed');
  });

  it('compares with the saved file and makes many runs', async () => {
    const page = await open();
    const { workbench } = session;
    await workbench.run('View: Focus First Editor Group');
    await workbench.goTo(session.files.at(SERVICE, 'maximumPercent: 200', 'maximumPercent: 20'.length));
    await workbench.press('Backspace', 'Backspace');
    await workbench.type('15');
    await page.locator('.verdict', { hasText: 'at most 6 tasks' }).waitFor();
    await page.locator('#compare summary').click();
    await page.getByRole('button', { name: 'The saved file' }).click();
    await page.locator('.differences', { hasText: '2 fewer than before' }).waitFor();
    await page.locator('#many summary').first().click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Of 1000 runs').waitFor();
    await session.shot('preview-compared');
  });
});
