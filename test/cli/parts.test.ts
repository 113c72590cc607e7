import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundle, describeBuilt } from '../built';
import { cli, makeFolder } from './io';

const PLAIN = `serviceName: web
cluster: main
taskDefinition: web:1
desiredCount: 2
launchType: FARGATEE
loadBalancers:
  - {targetGroupArn: "{{ tg }}", containerName: app, containerPort: 80}
`;
/** By the part of the program that each needs. */
const OTHERS: Record<string, string> = {
  yaml: 'serviceName: &name web\ncluster: *name\nlaunchType: |-\n  FARGATEE\ntags: [{key: a\n',
  query: `serviceName: web
taskDefinition: web:1
launchType: EC2
desiredCount: 2
placementConstraints:
  - type: memberOf
    expression: attribute:ecs.instance-type = = t3.micro
`,
  simulator: `serviceName: web
taskDefinition: web:1
desiredCount: 20
launchType: FARGATE
networkConfiguration:
  awsvpcConfiguration:
    subnets: [subnet-0a1b2c3d]
deploymentConfiguration:
  minimumHealthyPercent: 100
  maximumPercent: 110
loadBalancers:
  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef
    containerName: web
    containerPort: 80
`,
};
const BUILT = ['cli.js', 'cli-main.js', ...Object.keys(OTHERS).map((part) => `parts/${part}.js`)];

describeBuilt('the program in parts', BUILT, () => {
  const cwd = makeFolder({ 'plain.yaml': PLAIN, 'plain.json': JSON.stringify({ service: { serviceName: 'web' } }) });
  const start = (program: string, argv: string[], folder: string) =>
    spawnSync(process.execPath, [program, ...argv], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ECS_PREFLIGHT_NO_CACHE: '1' },
    });

  it('checks plain files with nothing but the first', () => {
    const home = makeFolder({});
    cpSync(bundle('.'), home, { recursive: true });
    rmSync(join(home, 'parts'), { recursive: true });
    const { stdout, stderr } = start(join(home, 'cli.js'), ['check', '-f', 'concise'], cwd);
    expect(stderr).toBe('');
    expect(stdout).toContain('error not-a-listed-value');
  });

  it.each(Object.entries(OTHERS))('finds with %s what it finds when it is one', async (_, text) => {
    const folder = makeFolder({ 'service.yaml': text });
    const whole = await cli(folder, ['check', '-f', 'concise']);
    const parts = start(bundle('cli.js'), ['check', '-f', 'concise'], folder);
    expect({ code: parts.status, out: parts.stdout, err: parts.stderr }).toEqual(whole);
    expect(whole.out).not.toBe('');
  });

  it.each(Object.entries(OTHERS))('needs the file of %s for that', (part, text) => {
    const home = makeFolder({});
    cpSync(bundle('.'), home, { recursive: true });
    rmSync(join(home, 'parts', `${part}.js`));
    const { stdout, stderr } = start(join(home, 'cli.js'), ['check'], makeFolder({ 'service.yaml': text }));
    expect(stdout + stderr).toContain(`${part}.js`);
  });
});
