import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interleaved } from './_measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CLI = join(root, 'dist', 'cli.js');
const AJV = join(root, '.cache', 'bench', 'node_modules', 'ajv-cli', 'dist', 'index.js');

/** Start-up and throughput of `check` beside an empty node, and beside ajv-cli with our own schema where it is installed. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-preflight-bench-'));
  try {
    return measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder) {
  for (const kind of ['one', 'yaml', 'json']) mkdirSync(join(folder, kind));
  writeFileSync(join(folder, 'one', 'service.yaml'), yaml(0));
  for (let i = 0; i < 500; i++) {
    writeFileSync(join(folder, 'yaml', `service-${i}.yaml`), yaml(i));
    writeFileSync(join(folder, 'json', `service-${i}.json`), JSON.stringify(json(i), null, 2));
  }
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), LOCALAPPDATA: join(folder, 'cache') };
  const cold = { ...env, ECS_PREFLIGHT_NO_CACHE: '1' };
  const one = ['check', join(folder, 'one', 'service.yaml')];
  const [empty, cached] = interleaved(
    [
      ['-e', '0'],
      [CLI, ...one],
    ],
    { rounds: 21, env },
  );
  const [emptyToo, uncached] = interleaved(
    [
      ['-e', '0'],
      [CLI, ...one],
    ],
    { rounds: 11, env: cold },
  );
  const many = [
    ['-e', '0'],
    [CLI, 'check', join(folder, 'yaml')],
    [CLI, 'check', join(folder, 'json')],
  ];
  const [emptyMany, yamls, jsons] = interleaved(many, { rounds: 7, env });
  return [
    { what: 'node -e 0', ms: empty },
    { what: 'check, 1 file', ms: cached, ratio: cached / empty, target: 1.4 },
    { what: 'check, 1 file, without the code cache', ms: uncached, ratio: uncached / emptyToo },
    { what: 'check, 500 YAML files', ms: yamls, ratio: yamls / emptyMany },
    { what: 'check, 500 JSON files', ms: jsons, ratio: jsons / emptyMany },
    ...besideAjv(folder, env),
  ];
}

function besideAjv(folder, env) {
  if (!existsSync(AJV))
    return [{ what: 'ajv-cli, 500 YAML files', text: 'skipped', note: 'npm i --prefix .cache/bench ajv-cli@5' }];
  const schema = join(root, 'schemas', 'generated', 'ecs-service.schema.json');
  const ajv = [AJV, 'validate', '--strict=false', '-s', schema, '-d', join(folder, 'yaml', '*.yaml')];
  const [theirs, ours] = interleaved([ajv, [CLI, 'check', join(folder, 'yaml')]], { rounds: 5, env });
  return [
    { what: 'ajv-cli, 500 YAML files, our JSON Schema', ms: theirs },
    { what: 'check, 500 YAML files, beside it', ms: ours, ratio: ours / theirs, target: 1 },
  ];
}

function json(i) {
  return {
    serviceName: `service-${i}`,
    cluster: 'shop',
    taskDefinition: `service-${i}:7`,
    desiredCount: 4,
    launchType: 'FARGATE',
    platformVersion: 'LATEST',
    availabilityZoneRebalancing: 'ENABLED',
    deploymentConfiguration: {
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
    networkConfiguration: {
      awsvpcConfiguration: {
        assignPublicIp: 'DISABLED',
        subnets: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'],
        securityGroups: ['sg-0a1b2c3d4e5f60718'],
      },
    },
    loadBalancers: [
      {
        targetGroupArn: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/service-${i}/6d0ecf831eec9f09`,
        containerName: 'app',
        containerPort: 8080,
      },
    ],
    healthCheckGracePeriodSeconds: 60,
    enableECSManagedTags: true,
    propagateTags: 'SERVICE',
    enableExecuteCommand: true,
    tags: [{ key: 'team', value: 'shop' }],
  };
}

/** The same as block YAML, as people write it. */
function yaml(i) {
  const block = (value, indent) => {
    if (Array.isArray(value))
      return value.map((item) => `${indent}- ${block(item, `${indent}  `).trimStart()}`).join('\n');
    if (typeof value !== 'object') return String(value);
    return Object.entries(value)
      .map(([key, v]) => `${indent}${key}:${typeof v === 'object' ? `\n${block(v, `${indent}  `)}` : ` ${v}`}`)
      .join('\n');
  };
  return `# service ${i}\n${block(json(i), '')}\n`;
}
