import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cli, FINE, makeFolder } from './io';

const STUCK = `${FINE.replace('deploymentConfiguration:', 'deploymentConfiguration:\n  minimumHealthyPercent: 100\n  maximumPercent: 100')}`;
const built = existsSync(fileURLToPath(new URL('../../dist/simulator.js', import.meta.url)));
if (!built) console.warn('simulate: --format html is not tried: dist/ is not built');

async function simulate(file: string, ...args: string[]) {
  const folder = makeFolder({ 'service.yaml': file });
  return { ...(await cli(folder, ['simulate', 'service.yaml', ...args])), folder };
}

describe('simulate', () => {
  it('says how it ends first, fits 80 columns, and exits 0', async () => {
    const { code, out, err } = await simulate(FINE);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('This rollout completes in about');
    expect(out).toContain('░ old  █ new');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('proves that a rollout is stuck and what frees it', async () => {
    const { code, out } = await simulate(STUCK);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'can never finish. ECS may not start a task (2 tasks, the maximum is 2)',
    );
    expect(out).toContain('Raise maximumPercent to 150');
  });

  it('says which line decides a figure, and what it had to assume', async () => {
    const { out } = await simulate(FINE.replace('desiredCount: 2', 'desiredCount: {{ must_env `N` }}'));
    expect(out).toMatch(/Fewest healthy: 2 \(.*\) \[line 6\]/);
    expect(out).toMatch(/Most tasks: 4 \(.*\) \[by default\]/);
    expect(out.replace(/\s+/g, ' ')).toContain('desiredCount is taken to be 2: its value comes from a template.');
    expect((await simulate(FINE)).out).not.toContain('is taken to be');
  });

  it('says of an external controller that nothing starts, and names what a daemon runs on', async () => {
    const external = await simulate('serviceName: a\ndesiredCount: 3\ndeploymentController: {type: EXTERNAL}\n');
    expect(external.out.replace(/\s+/g, ' ')).toContain('starts nothing by itself: with the EXTERNAL controller');
    const daemon = await simulate('serviceName: a\nlaunchType: EC2\nschedulingStrategy: DAEMON\n');
    expect(daemon.out).toContain('The number of container instances is taken to be 3');
  });

  it.each([
    ['zone-lost:eu-west-1a', 'there is no zone eu-west-1a; a cluster file names the zones'],
    ['instance-lost:i-9', 'there is no container instance i-9; a cluster file names them'],
    ['hook-fails:PRE_SCALE_UP', 'there is no lifecycle hook at PRE_SCALE_UP; the deployment has none'],
    ['alarm', 'deploymentConfiguration.alarms watches no alarm'],
    ['spot:2', 'no task runs on FARGATE_SPOT'],
  ])('does not let a scenario that touches nothing pass for one that does no harm: %s', async (scenario, words) => {
    const { out } = await simulate(FINE, '--scenario', scenario);
    expect(out.replace(/\s+/g, ' ')).toContain(`The scenario changes nothing here: ${words}`);
    const { out: annotations } = await simulate(FINE, '--scenario', scenario, '--format', 'github');
    expect(annotations).toMatch(/^::warning file=service\.yaml,line=1,title=ECS rollout::The scenario changes nothing/);
    expect((await simulate(FINE, '--scenario', 'crash')).out).not.toContain('changes nothing here');
  });

  it('tells the odds of many runs in words', async () => {
    const { out } = await simulate(FINE, '--runs', '40', '--scenario', 'crash');
    expect(out).toContain('Of 40 runs with drawn times\n  0 % completes\n  100 % never finishes\n');
    const { out: markdown } = await simulate(FINE, '--runs', '40', '--format', 'markdown');
    expect(markdown).toContain('### Of 40 runs with drawn times\n\n- 100 % completes\n- Duration: ');
  });

  it('has round moments below the chart', async () => {
    const { out } = await simulate(FINE);
    const moments = [...out.matchAll(/(?<= )\d+:(\d\d)(?= |\n)/g)].map(([, seconds]) => Number(seconds));
    expect(moments.length).toBeGreaterThan(2);
    expect(moments.filter((seconds) => seconds % 10 !== 0)).toEqual([]);
  });

  it.each([
    [['--require-complete'], STUCK, 1],
    [['--require-complete'], FINE, 0],
    [['--max-duration', '1h'], STUCK, 1],
    [['--max-duration', '1h'], FINE, 0],
    [['--max-duration', '10s'], FINE, 1],
    [['--min-healthy', '100%'], FINE, 0],
    [['--min-healthy', '3'], FINE, 1],
    [['--max-peak', '4'], FINE, 0],
    [['--max-peak', '3'], FINE, 1],
    [['--require-complete', '--scenario', 'crash'], FINE, 1],
    [['--require-complete', '--runs', '50'], FINE, 0],
  ])('gates: %j', async (args, file, code) => {
    expect((await simulate(file, ...args)).code).toBe(code);
  });

  it.each([
    [['--max-duration', 'soon'], 'a duration such as 90s'],
    [['--min-healthy', 'all'], 'a count or a percentage'],
    [['--scenario', 'crush'], 'did you mean crash?'],
    [['--runs', '0'], 'a whole number from 1'],
    [['--create', '--from', 'x.json'], 'exclude each other'],
    [['--cluster', 'nowhere.yaml'], '--cluster nowhere.yaml'],
    [['--service', 'api'], 'there is no service "api" in service.yaml; it has web'],
  ])('complains in words: %j', async (args, words) => {
    const { code, err } = await simulate(FINE, ...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).not.toContain('bug');
  });

  it.skipIf(!built)('puts the odds of many runs into the page', async () => {
    const { out } = await simulate(FINE, '--runs', '30', '--format', 'html');
    expect(out).toContain('"many":{"runs":30,');
  });

  it('shows how far many runs are on a terminal after a second, and ends them with Ctrl-C', async () => {
    let interrupt = () => {};
    let listening = false;
    let clock = 0;
    const folder = makeFolder({ 'service.yaml': FINE });
    const shown: string[] = [];
    const { code, out, err } = await cli(folder, ['simulate', 'service.yaml', '--runs', '100000'], {
      errIsTerminal: true,
      err(text) {
        shown.push(text);
        if (shown.length === 2) interrupt();
      },
      now: () => (clock += 400),
      onInterrupt(listener) {
        interrupt = listener;
        listening = true;
        return () => {
          listening = false;
        };
      },
    });
    expect({ code, out, err, listening }).toEqual({ code: 130, out: '', err: '', listening: false });
    const blank = '\r\u001b[K';
    expect(shown[0]?.startsWith(blank)).toBe(true);
    expect(shown[0]).toMatch(/simulated \d+ of 100000 runs \(Ctrl-C cancels\)$/);
    expect(shown.at(-2)).toBe(blank);
    expect(shown.at(-1)).toMatch(/^ecs-preflight: cancelled after \d+ of 100000 runs\n$/);
  });

  it('answers the same JSON twice, with plan, report and gates', async () => {
    const first = await simulate(FINE, '--format', 'json', '--max-peak', '9', '--scenario', 'crash:50%', '--seed', '7');
    const second = await simulate(
      FINE,
      '--format',
      'json',
      '--max-peak',
      '9',
      '--scenario',
      'crash:50%',
      '--seed',
      '7',
    );
    expect(first.out).toBe(second.out);
    const answer = JSON.parse(first.out);
    expect(answer).toMatchObject({ version: 1, file: 'service.yaml', plan: { desired: 2, seed: 7 } });
    expect(answer.report.verdict.outcome).toEqual(expect.any(String));
    expect(answer.gates).toMatchObject([{ name: 'max-peak', holds: true }]);
  });

  it('starts from the version that runs now', async () => {
    const folder = makeFolder({ 'old.yaml': FINE.replace('desiredCount: 2', 'desiredCount: 6'), 'new.yaml': FINE });
    const { out } = await cli(folder, ['simulate', 'new.yaml', '--from', 'old.yaml', '--format', 'json']);
    expect(JSON.parse(out).plan.old).toEqual({ count: 6, completed: true });
  });

  it('says what number it takes for what the file leaves open', async () => {
    const words = async (file: string) => (await simulate(file)).out.replace(/\s+/g, ' ');
    expect(await words(FINE.replace('desiredCount: 2', 'desiredCount: {{ must_env `N` }}'))).toContain(
      'desiredCount is taken to be 2: ',
    );
    const daemon = FINE.replace('FARGATE', 'EC2').replace('desiredCount: 2', 'schedulingStrategy: DAEMON');
    expect(await words(daemon)).toMatch(/The number of container instances is taken to be \d+: /);
    expect(await words(FINE)).not.toContain('is taken to be');
  });

  it('knows that tasks under the EXTERNAL controller are started by another tool', async () => {
    const { code, out } = await simulate('serviceName: web\ndesiredCount: 2\ndeploymentController: {type: EXTERNAL}\n');
    expect([code, out.replace(/\s+/g, ' ')]).toEqual([0, expect.stringContaining('starts nothing by itself')]);
    expect(out).not.toContain('0 waves');
  });

  it('places tasks on the instances of a cluster file', async () => {
    const service = FINE.replace('launchType: FARGATE', 'launchType: EC2').replace(
      'desiredCount: 2',
      'desiredCount: 4',
    );
    const cluster = `instances:\n  - { count: 1, zone: a, cpu: 1024, memory: 2048 }\n`;
    const task =
      '{"family": "web", "cpu": "256", "memory": "512", "networkMode": "awsvpc", "containerDefinitions": []}';
    const folder = makeFolder({ 'service.yaml': service, 'cluster.yaml': cluster, 'task.json': task });
    const args = ['simulate', 'service.yaml', '--cluster', 'cluster.yaml', '--task-definition', 'task.json'];
    const { out } = await cli(folder, [...args, '--format', 'json']);
    const { plan, report } = JSON.parse(out);
    expect(plan.placement.needs).toEqual({ cpu: 256, memory: 512, interfaces: 1 });
    expect(report.verdict.outcome).toBe('stuck');
    const wrong = makeFolder({ 'service.yaml': service, 'cluster.yaml': 'instances:\n  - { zone: a, memory: 1 }\n' });
    const refused = await cli(wrong, ['simulate', 'service.yaml', '--cluster', 'cluster.yaml']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('line 2: /instances/0 needs cpu.');
  });

  it('annotates what breaks a gate at its line, and writes the job summary', async () => {
    const folder = makeFolder({ 'service.yaml': STUCK, 'summary.md': '' });
    const summary = join(folder, 'summary.md');
    const env = { GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: folder };
    const { code, out } = await cli(folder, ['simulate', 'service.yaml', '-f', 'github', '--max-peak', '1'], { env });
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=service\.yaml,line=7,title=ECS rollout::At most 1 tasks/);
    expect(out).toMatch(/::warning file=service\.yaml,line=7,title=ECS rollout::This rollout can never finish/);
    expect(readFileSync(summary, 'utf8')).toMatch(/^## Rollout of web\n/);
  });

  it('reads standard input', async () => {
    const folder = makeFolder({});
    const { code, out } = await cli(folder, ['simulate', '-', '-f', 'markdown'], { stdin: FINE });
    expect(code).toBe(0);
    expect(out).toMatch(/^## Rollout of web\n\n\*\*This rollout completes/);
  });

  it.skipIf(!built)('writes a page that carries its own policy', async () => {
    const { folder } = await simulate(FINE, '-f', 'html', '-o', 'rollout.html');
    const page = readFileSync(join(folder, 'rollout.html'), 'utf8');
    expect(page).toContain("default-src 'none'; script-src 'sha256-");
    expect(page).not.toMatch(/ style="|<script src|<link|https?:\/\/(?!www\.w3\.org)[^"]*\.js/);
  });
});

describe('diff', () => {
  const compare = (a: string, b: string, ...args: string[]) =>
    cli(makeFolder({ 'a.yaml': a, 'b.yaml': b }), ['diff', 'a.yaml', 'b.yaml', ...args]);

  it('tells what changes, what that starts, and how the rollout differs', async () => {
    const b = FINE.replace('web:1', 'web:2').replace('desiredCount: 2', 'desiredCount: 8');
    const { code, out } = await compare(FINE, b);
    expect(code).toBe(0);
    expect(out).toContain('This change starts a deployment.');
    expect(out).toContain('/taskDefinition  starts a deployment\n    - "web:1"\n    + "web:2"');
    expect(out).toContain('/desiredCount  takes effect without a deployment');
    expect(out).toMatch(/At the peak there are \d+ tasks, \d+ more than before\./);
  });

  it('says what the rollout below it is, and when the other file is another service', async () => {
    const more = await compare(FINE, FINE.replace('desiredCount: 2', 'desiredCount: 3'));
    expect(more.out.replace(/\s+/g, ' ')).toContain(
      'starts no deployment. The rollout below is that of the next one: another task definition, or --force-new-deployment.',
    );
    const other = await compare(FINE, FINE.replace('serviceName: web', 'serviceName: api'));
    expect(other.out).toContain('so this is another service.');
    expect(other.out).toContain('/serviceName  names another service\n');
  });

  it('finds two equal files equal, whatever their syntax', async () => {
    const folder = makeFolder({
      'a.yaml': 'serviceName: web\ndesiredCount: 2\n',
      'b.json': '{"desiredCount": 2, "serviceName": "web"}',
    });
    const { code, out } = await cli(folder, ['diff', 'a.yaml', 'b.json', '--exit-code']);
    expect(out).toContain('The definitions say the same.');
    expect(code).toBe(0);
    expect((await compare(FINE, STUCK, '--exit-code')).code).toBe(1);
  });

  it('writes Markdown that no value can break out of', async () => {
    const { out } = await compare(FINE, FINE.replace('web:1', 'web|`<b>'), '-f', 'markdown');
    expect(out).toContain('web\\|\\`&lt;b&gt;');
  });
});
