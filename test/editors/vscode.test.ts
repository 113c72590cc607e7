import { describe, expect, it } from 'vitest';
import { given } from './given';
import { useVSCode } from './vscode/session';
import { expectEventually } from './vscode/workbench';

const SERVICE = 'shop/ecs-service-def.yaml';
const TASK = 'shop/ecs-task-def.json';
const JSON_SERVICE = 'payments-service.json';

describe.skipIf(!given.vscode)('VS Code', () => {
  if (!given.vscode) return;
  const session = useVSCode(given.vscode);

  const open = (name: string, text?: string, plus = 0) =>
    session.workbench.open(
      session.files.folder,
      session.files.path(name),
      text === undefined ? undefined : session.files.at(name, text, plus),
    );

  it('underlines what is wrong and lists it among the problems', async () => {
    const { workbench } = session;
    await open(SERVICE);
    await workbench.squiggles('error').first().waitFor();
    const rows = await workbench.problems(/SERVICE, TASK_DEFINITION or NONE/);
    expect(rows.filter((row) => row.includes('propagateTags'))).toHaveLength(1);
    expect(rows.join('\n')).toMatch(/"SERVICE"\? ecs-preflight not-a-listed-value \[Ln 23, Col 16\]/);
    await session.shot('problems');
  });

  it('completes members and values of YAML by keyboard', async () => {
    const { workbench } = session;
    await open(SERVICE, 'propagateTags: Service', 'propagateTags: Service'.length);
    await workbench.squiggles('error').first().waitFor();
    await workbench.press('Enter');
    await workbench.type('sched');
    await workbench.completions(/^schedulingStrategy$/);
    await session.shot('complete-yaml-member');
    await workbench.acceptCompletion(/schedulingStrategy/);
    expect(await workbench.completions(/^REPLICA$/)).toContain('DAEMON');
    await session.shot('complete-yaml-value');
    await workbench.type('REP');
    await workbench.acceptCompletion(/REPLICA/);
    await workbench.text(/^schedulingStrategy: REPLICA$/m);
  });

  it('completes members and values of JSON by keyboard, with quotes and commas', async () => {
    const { workbench } = session;
    await open(JSON_SERVICE, '"launchType": "FARGATE",', '"launchType": "FARGATE",'.length);
    await workbench.squiggles('error').first().waitFor();
    await workbench.press('Enter');
    await workbench.type('"propag');
    await workbench.completions(/propagateTags/);
    await session.shot('complete-json-member');
    await workbench.acceptCompletion(/propagateTags/);
    await workbench.completions(/TASK_DEFINITION/);
    await session.shot('complete-json-value');
    await workbench.type('TASK');
    await workbench.acceptCompletion(/TASK_DEFINITION/);
    const text = await workbench.text(/"propagateTags": "TASK_DEFINITION"/);
    expect(() => JSON.parse(text)).not.toThrow();
  });

  it('offers the containers of the task definition', async () => {
    const { workbench } = session;
    await open(SERVICE, 'containerName: web', 'containerName: web'.length);
    await workbench.squiggles('error').first().waitFor();
    await workbench.press('Control+Space');
    expect(await workbench.completions(/^web$/)).toEqual(['web']);
  });

  it('explains a member on hover', async () => {
    const { workbench } = session;
    await open(SERVICE, 'minimumHealthyPercent', 3);
    await workbench.squiggles('error').first().waitFor();
    expect(await workbench.hover(/minimumHealthyPercent/)).toMatch(/desiredCount|percent/i);
    await session.shot('hover');
  });

  it('repairs one finding from the light bulb', async () => {
    const { workbench } = session;
    await open(SERVICE, 'Service\n');
    await workbench.squiggles('error').first().waitFor();
    const titles = await workbench.actions(/Write SERVICE/);
    expect(titles[0]).toBe('Write SERVICE');
    await session.shot('quick-fix');
    await workbench.takeAction(/Write SERVICE/);
    await workbench.text(/^propagateTags: SERVICE$/m);
    await expectEventually(async () => (await workbench.squiggles('error').count()) === 1, 'one squiggle is left');
  });

  it('repairs all that is safe at once', async () => {
    const { workbench } = session;
    await open(JSON_SERVICE);
    await workbench.squiggles('error').first().waitFor();
    await workbench.run('Fix All');
    const text = await workbench.text(/"desiredCount": 3,/);
    expect(JSON.parse(text)).toMatchObject({ desiredCount: 3, enableExecuteCommand: true });
    expect(text).not.toContain('ACTIVE');
    await workbench.squiggles('error').first().waitFor({ state: 'detached' });
    await session.shot('fix-all');
  });

  it('renames a container in the service and in its task definition', async () => {
    const { workbench } = session;
    await open(SERVICE, 'containerName: web', 'containerName: w'.length);
    await workbench.squiggles('error').first().waitFor();
    await workbench.press('F2');
    expect(await workbench.rename('storefront', () => session.shot('rename'))).toBe('web');
    await workbench.text(/containerName: storefront/);
    await workbench.quickOpen('ecs-task-def.json');
    await workbench.text(/"name": "storefront"/);
    await session.shot('renamed');
  });

  it('goes from a container name to its definition', async () => {
    const { workbench } = session;
    await open(SERVICE, 'containerName: web', 'containerName: w'.length);
    await workbench.squiggles('error').first().waitFor();
    await workbench.press('F12');
    await workbench.page.locator('.tab.active', { hasText: 'ecs-task-def.json' }).waitFor();
    await workbench.text(/"family": "web"/);
  });

  it('says above the service how its rollout would go, and what it runs', async () => {
    const { workbench } = session;
    await open(SERVICE);
    const lenses = await workbench.lenses(/Preview rollout/);
    expect(lenses.join('\n')).toMatch(/\d/);
    await workbench.lenses(/Runs ecs-task-def\.json/);
    await session.shot('lens');
    await workbench.lens(/Runs ecs-task-def\.json/).click();
    await workbench.page.locator('.tab.active', { hasText: 'ecs-task-def.json' }).waitFor();
    await workbench.lenses(/Run by ecs-service-def\.yaml/);
  });

  it('opens the page of a rule', async () => {
    const { workbench } = session;
    await open(SERVICE, 'Service\n');
    await workbench.squiggles('error').first().waitFor();
    await workbench.run('ECS Preflight: Explain Rule…');
    await workbench.pick('not-a-listed-value');
    expect(await workbench.webviewText(/Why it matters/)).toContain('not-a-listed-value');
    await session.shot('rule-page');
  });

  it('leads newcomers through what it does', async () => {
    const { workbench } = session;
    await open(SERVICE);
    expect(await workbench.walkthrough('Get Started with ECS Preflight')).toHaveLength(5);
    await session.shot('walkthrough');
    await workbench.pressInStep('Open a service definition', 'Open an example');
    await workbench.text(/"serviceName": "payments"/);
    await workbench.squiggles('error').first().waitFor();
  });

  it('checks files that are not open', async () => {
    const { workbench } = session;
    await open(SERVICE);
    await workbench.run('ECS Preflight: Check Workspace');
    expect(await workbench.notification(/finding/)).toMatch(/^ECS Preflight: \d+ findings in 3 files\.$/);
    await workbench.problems(/payments-service\.json/);
    await session.shot('check-workspace');
  });

  it('follows the task definition while it is edited', async () => {
    const { workbench } = session;
    await open(TASK);
    // The service is closed; what is wrong with it is known before the first key.
    const rows = await workbench.problems(/propagateTags/);
    expect(rows.join('\n')).not.toMatch(/has no container/);
    await workbench.focus('ecs-task-def.json');
    await workbench.goTo(session.files.at(TASK, '"name": "web"', '"name": "web'.length));
    await workbench.type('site');
    await workbench.text(/"name": "website"/);
    await workbench.problems(/has no container "web"/);
  });

  it('leaves other files alone', async () => {
    const { workbench } = session;
    await open('elsewhere/kubernetes.yaml');
    await workbench.quickOpen('ecs-service-def.yaml');
    await workbench.squiggles('error').first().waitFor();
    await workbench.quickOpen('kubernetes.yaml');
    await workbench.text(/kind: Deployment/);
    for (const severity of ['error', 'warning', 'info'] as const)
      expect(await workbench.squiggles(severity).count()).toBe(0);
  });
});
