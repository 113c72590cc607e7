/** Texts made to make a reader slow, or to run it out of stack or memory. */
import { parse } from 'yaml';
import { serviceYaml } from '../bench/_texts.mjs';

const repeat = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');
const SERVICE = parse(serviceYaml('web'));
const WEB = 'serviceName: web\ncluster: main\ntaskDefinition: web:1\ndesiredCount: 2\nlaunchType: EC2\n';

const bomb = (levels, width) =>
  repeat(
    levels,
    (i) =>
      `a${i}: &a${i} [${Array(width)
        .fill(i === 0 ? '1' : `*a${i - 1}`)
        .join(', ')}]\n`,
  );

/** Bytes that are no UTF-8, as an editor or the disk would hand them on. */
const notUtf8 = () =>
  new TextDecoder().decode(Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919 + (i >> 3)) & 0xff));

export const HOSTILE = {
  '10 MB of services': () => repeat(5_300, (i) => `${serviceYaml(`web-${i}`)}---\n`),
  '10 MB of the same service': () => repeat(5_300, () => `${serviceYaml('web')}---\n`),
  '10 MB of tags': () => `${WEB}tags:\n${repeat(330_000, (i) => `  - key: k${i}\n    value: v${i}\n`)}`,
  '10 MB of one string': () => `${WEB}role: ${'x'.repeat(10_000_000)}\n`,
  '10 MB of comments': () => `${WEB}${'# a comment\n'.repeat(800_000)}`,
  '10 MB of JSON services': () =>
    JSON.stringify(
      { services: Array.from({ length: 5_300 }, (_, i) => ({ ...SERVICE, serviceName: `web-${i}` })) },
      null,
      2,
    ),
  '10 MB of small services': () =>
    repeat(150_000, (i) => `---\nserviceName: web-${i}\ntaskDefinition: web:1\ndesiredCount: 2\n`),
  '10 MB that the plain reader does not take': () =>
    repeat(5_300, (i) => `${serviceYaml(`web-${i}`)}role: |\n  x\n---\n`),
  '10 MB in one document that the plain reader does not take': () =>
    `${WEB}tags:\n${repeat(330_000, (i) => `  - key: k${i}\n    value: v${i}\n`)}role: |\n  x\n`,
  '10 MB of broken services': () => repeat(5_300, (i) => `${serviceYaml(`web-${i}`)}role: "x\n---\n`),
  '1 MB of fixes': () =>
    `${WEB}loadBalancers:\n${repeat(20_000, (i) => `  - ContainerName: c${i}\n    ContainerPort: 80\n`)}`,
  '2 MB of mistakes': () => `${WEB}${'a: 1\n'.repeat(390_000)}`,
  'blanks in a broken line': () => `${WEB}role: a: b${' '.repeat(200_000)}x\nrole: "${' '.repeat(200_000)}x\n`,
  'suppressions of many findings': () =>
    `${'# ecs-preflight-disable some-rule\n'.repeat(10_000)}${WEB}${repeat(30_000, (i) => `member${i}: 1\n`)}`,
  '1 MB of unknown members': () => `${WEB}${repeat(60_000, (i) => `member${i}: 1\n`)}`,
  '1 MB of the same member': () => `${WEB}${'desiredCount: 1\n'.repeat(60_000)}`,
  '1 MB of load balancers': () =>
    `${WEB}loadBalancers:\n${repeat(20_000, (i) => `  - containerName: c${i % 9}\n    containerPort: ${i}\n`)}`,
  '1 MB of placement constraints': () =>
    `${WEB}placementConstraints:\n${repeat(20_000, (i) => `  - type: memberOf\n    expression: attribute:rack == ${i}\n`)}`,
  'a query of 1 MB': () =>
    `${WEB}placementConstraints:\n  - type: memberOf\n    expression: "${repeat(40_000, (i) => `attribute:a == ${i} and `)}"\n`,
  'a query of open parentheses': () =>
    `${WEB}placementConstraints:\n  - type: memberOf\n    expression: "${'('.repeat(100_000)}"\n`,
  'suppressions, 1 MB': () => `${WEB}${'# ecs-preflight-disable-next-line some-rule -- why\n'.repeat(20_000)}`,
  'deep maps': () => `${WEB}tags: ${'{a: '.repeat(50_000)}`,
  'deep lists': () => `${WEB}tags: ${'['.repeat(100_000)}`,
  'deep JSON': () => `{"serviceName": "web", "tags": ${'[{"a":'.repeat(50_000)}`,
  'deep blocks': () => `${WEB}tags:\n${repeat(1_500, (i) => `${' '.repeat(i + 1)}a:\n`)}`,
  'alias bomb': () => `${bomb(30, 10)}${WEB}tags: *a29\nloadBalancers: *a29\n`,
  'alias bomb under every member': () => `${bomb(30, 10)}${WEB}${repeat(200, (i) => `m${i}: *a29\n`)}`,
  'merge keys that double': () =>
    `a0: &a0 {x: 1}\n${repeat(2_000, (i) => `a${i + 1}: &a${i + 1} {<<: [*a${i}, *a${i}]}\n`)}${WEB}<<: *a2000\n`,
  'a cycle of aliases': () => `a: &a [*b, *a]\nb: &b [*a, *b]\n${WEB}tags: *a\n`,
  'conflict markers': () =>
    '<<<<<<< HEAD\ndesiredCount: 1\n=======\ndesiredCount: 2\n>>>>>>> other\n'.repeat(10_000) + WEB,
  'conflict markers that never end': () => `${WEB}${'<<<<<<< HEAD\n'.repeat(50_000)}>>>>>>> x\n`,
  'templates, 1 MB': () => `${WEB}${repeat(30_000, (i) => `m${i}: {{ must_env \`X${i}\` }}\n`)}`,
  'templates that never close': () => `${WEB}${'{{ "'.repeat(100_000)}${'${'.repeat(100_000)}`,
  'bytes that are no UTF-8': notUtf8,
  'service among bytes that are no UTF-8': () => WEB + notUtf8(),
  'carriage returns': () => repeat(3_000, (i) => serviceYaml(`web-${i}`).replaceAll('\n', '\r')).slice(0, 1_000_000),
  'carriage returns and line feeds': () => serviceYaml('web').replaceAll('\n', '\r\n'),
  'byte order marks': () => `\ufeff${WEB}${'\ufeff'.repeat(10_000)}`,
  tabs: () => `${WEB}${'\tdesiredCount:\t1\n'.repeat(50_000)}`,
  'NUL bytes': () => `${WEB}${'\0'.repeat(500_000)}`,
  'one line of 1 MB': () => `{${repeat(60_000, (i) => `"m${i}": ${i},`)}"serviceName": "web"}`,
  'names of Object.prototype': () =>
    `${WEB}__proto__: {a: 1}\nconstructor: 1\ntoString: x\nhasOwnProperty: []\nnetworkConfiguration: {__proto__: 1, awsvpcConfiguration: {constructor: 1}}\n`,
  'numbers out of any range': () =>
    `${WEB}healthCheckGracePeriodSeconds: 1e999\ndesiredCount: -0\nschedulingStrategy: 0x1p3\n`,
  nothing: () => '',
  'white space': () => ' \n\t\r\n'.repeat(100_000),
};
