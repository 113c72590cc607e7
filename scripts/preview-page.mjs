/** Opens reports of the preview in Chromium, for the scripts that look at it or measure it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { needProgram } from './editors/programs.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const FLAGS = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking'];
const ARGS = [...FLAGS, 'disable-component-update', 'disable-sync'].map((flag) => `--${flag}`);

const BALANCED = `launchType: FARGATE
taskDefinition: app:7
loadBalancers:
  - {targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/6d0ecf831eec9f09", containerName: app, containerPort: 8080}
networkConfiguration:
  awsvpcConfiguration: {subnets: [subnet-0a1b2c3d4e5f60718, subnet-0a1b2c3d4e5f60719]}
`;
const deployment = (members) => `deploymentConfiguration: {${members}}\n`;

/** A definition of each kind of rollout, and what happens to it. */
export const ROLLOUTS = {
  healthy: {
    text: `serviceName: checkout\ndesiredCount: 6\n${BALANCED}${deployment('maximumPercent: 150, deploymentCircuitBreaker: {enable: true, rollback: true}')}`,
  },
  stuck: {
    text: `serviceName: payments\ndesiredCount: 2\nlaunchType: FARGATE\n${deployment('minimumHealthyPercent: 100, maximumPercent: 100')}`,
  },
  rollback: {
    text: `serviceName: search\ndesiredCount: 8\n${BALANCED}${deployment('minimumHealthyPercent: 75, maximumPercent: 125, deploymentCircuitBreaker: {enable: true, rollback: true}')}`,
    args: ['--scenario', 'crash'],
  },
  daemon: {
    text: `serviceName: log-agent\nlaunchType: EC2\nschedulingStrategy: DAEMON\n${deployment('minimumHealthyPercent: 50')}`,
  },
  canary: {
    text: `serviceName: api\ndesiredCount: 10\n${BALANCED}${deployment('strategy: CANARY, canaryConfiguration: {canaryPercent: 10, canaryBakeTimeInMinutes: 5}, bakeTimeInMinutes: 5')}`,
  },
  codeDeploy: {
    text: `serviceName: orders\ndesiredCount: 4\n${BALANCED}deploymentController: {type: CODE_DEPLOY}\n`,
  },
  fifty: { text: `serviceName: fifty\ndesiredCount: 50\n${BALANCED}${deployment('maximumPercent: 150')}` },
  roomy: {
    text: `serviceName: mailer\ndesiredCount: 4\n${BALANCED}${deployment('maximumPercent: 1000')}`,
  },
  large: {
    text: `serviceName: crawler\ndesiredCount: 5000\n${BALANCED}${deployment('minimumHealthyPercent: 90, maximumPercent: 110')}`,
  },
};

/** The HTML report of a rollout, as the command line makes it; its address. */
export function makeReport(name, folder) {
  const { text, args = [] } = ROLLOUTS[name];
  const file = join(folder, `${name}.yaml`);
  const page = join(folder, `${name}.html`);
  writeFileSync(file, text);
  const command = ['simulate', file, '--format', 'html', '--output', page, '--no-config', ...args];
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...command]);
  return pathToFileURL(page).href;
}

/** Runs `use` with a browser and a folder, and takes both away afterwards. */
export async function withBrowser(viewport, use) {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-preflight-preview-'));
  mkdirSync(join(folder, 'profile'));
  const executablePath = needProgram('chromium');
  const options = { executablePath, headless: true, args: ARGS, viewport };
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), options);
  try {
    return await use(context, folder);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const THEMES = JSON.parse(readFileSync(join(root, 'test/preview/themes.json'), 'utf8'));
export const THEME_NAMES = Object.keys(THEMES);

/** Dresses a page as VS Code does, and waits until it is drawn. */
export async function dress(page, theme) {
  await page.evaluate(({ classes, variables }) => {
    document.body.className = classes;
    document.documentElement.removeAttribute('style');
    for (const [name, value] of Object.entries(variables))
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))));
  }, THEMES[theme]);
}
