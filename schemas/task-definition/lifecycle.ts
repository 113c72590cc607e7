import { choice, flag, integer, list, map, optional, required, structure, text } from '../fields';
import { assumed, documented, recorded } from '../meta';

export const healthCheck = structure('HealthCheck', {
  command: required(list(text(), { minItems: assumed(1, 'an empty command checks nothing') }), {
    doc: `The command to run in the container, as a list: \`CMD-SHELL\` and one line for a shell, or \`CMD\` and the arguments. Exit code 0 is well. The program has to be in the
      image: many small ones have no curl.`,
    rank: 1,
  }),
  interval: optional(integer({ min: documented(5), max: recorded(300, 'ecs-healthcheck-interval-range (2026-09)') }), {
    doc: `The time between two checks. A new task counts as healthy after about one interval, so it sets the pace of a deployment.`,
    default: 30,
    unit: 'seconds',
    rank: 1,
  }),
  timeout: optional(integer({ min: documented(2), max: recorded(60, 'ecs-healthcheck-timeout-range (2026-09)') }), {
    doc: `How long one check may take before it counts as failed.`,
    default: 5,
    unit: 'seconds',
    rank: 1,
  }),
  retries: optional(integer({ min: documented(1), max: recorded(10, 'ecs-healthcheck-retries-range (2026-09)') }), {
    doc: `How many failures in a row make the container unhealthy.`,
    default: 3,
    rank: 1,
  }),
  startPeriod: optional(
    integer({ min: documented(0), max: recorded(300, 'ecs-healthcheck-start-period-range (2026-09)') }),
    {
      doc: `For how long after the start failures do not count. A success ends it early.`,
      default: { text: 'failures count from the start' },
      unit: 'seconds',
      rank: 1,
    },
  ),
});

export const dependency = structure('ContainerDependency', {
  containerName: required(text(), {
    doc: `The container to wait for, by its name in this task definition.`,
    names: 'refers container',
    rank: 1,
  }),
  condition: required(
    choice({
      START: 'It has started.',
      HEALTHY: 'Its health check has succeeded. It needs one.',
      COMPLETE: 'It has run to its end, whatever the exit code. It must not be essential.',
      SUCCESS: 'It has ended with exit code 0. It must not be essential.',
    }),
    {
      doc: `How far the other container has to be. HEALTHY wants a health check there; COMPLETE and SUCCESS want one that is not essential.`,
      rank: 1,
    },
  ),
});

export const restartPolicy = structure('ContainerRestartPolicy', {
  enabled: required(flag(), { doc: `Whether the container is restarted in place when it exits.`, rank: 1 }),
  ignoredExitCodes: optional(
    list(integer(), { maxItems: documented(50), uniqueBy: assumed([], 'a code counts once') }),
    {
      doc: `Exit codes after which the container is not restarted.`,
      default: { text: 'none: restart after any exit' },
    },
  ),
  restartAttemptPeriod: optional(
    integer({
      min: recorded(60, 'ecs-restart-policy-attempt-period-range (2026-09-08)'),
      max: recorded(1800, 'ecs-restart-policy-attempt-period-range (2026-09-08)'),
    }),
    {
      doc: `How long the container has to have run before it may be restarted. One that exits sooner is not.`,
      default: 300,
      unit: 'seconds',
    },
  ),
});

const keyValue = (what: string) =>
  structure('KeyValuePair', {
    name: optional(text(), {
      doc: `The name of the ${what}, as the program reads it.`,
      names: 'defines environment-variable',
      rank: 1,
    }),
    value: optional(text(), {
      doc: `The value of the ${what}: a string, so quote numbers and booleans in YAML.`,
      rank: 1,
    }),
  });

export const environment = () =>
  list(keyValue('environment variable'), { uniqueBy: assumed(['name'], 'a variable has one value') });

export const proxyProperties = () => list(keyValue('property of the proxy'));

export const environmentFiles = () =>
  list(
    structure('EnvironmentFile', {
      value: required(text(), {
        doc: `The file in S3, by ARN (\`arn:aws:s3:::bucket/path.env\`). Its name has to end in .env.`,
        arn: { takes: ['s3-object'] },
        rank: 1,
      }),
      type: required(choice({ s3: 'A file in S3.' }), {
        doc: `Where the file is kept. There is only \`s3\`, in this spelling.`,
        rank: 1,
      }),
    }),
    { maxItems: recorded(10, 'ecs-environment-files-max (2026-09-08)') },
  );

export const firelens = structure('FirelensConfiguration', {
  type: required(choice({ fluentbit: 'Fluent Bit: light, the usual choice.', fluentd: 'Fluentd.' }), {
    doc: `The program in the router image: fluentbit or fluentd. It has to fit the image.`,
    rank: 1,
  }),
  options: optional(
    map(text(), {
      'enable-ecs-log-metadata': {
        values: ['true', 'false'],
        doc: 'Adds cluster, task and container to each record. "true" unless given.',
      },
      'config-file-type': {
        values: ['file', 's3'],
        doc: 'Where a configuration of your own is: file in the image, or s3 (not on Fargate).',
      },
      'config-file-value': { doc: 'The path in the image, or the ARN of the S3 object, of your configuration.' },
    }),
    { doc: `Settings of the router: metadata in the records, and a configuration file of your own.` },
  ),
});
