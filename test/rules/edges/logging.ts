import { type Edges, TEMPLATE } from './edges';

const log = (driver: string, more: string, before = 'launchType: EC2') =>
  `{${before}, serviceConnectConfiguration: {enabled: true, namespace: shop, logConfiguration: {logDriver: ${driver}, ${more}}}}`;
const options = (driver: string, more: string, before?: string) => log(driver, `options: {${more}}`, before);
const AWS = 'awslogs-group: g, awslogs-region: eu-west-1, awslogs-stream-prefix: p';
const awslogs = (more: string) => options('awslogs', `${AWS}, ${more}`);
const pattern = (text: string) => awslogs(`awslogs-multiline-pattern: '${text}'`);
const metrics = (...entries: string[]) => `{monitoring: {metricConfigurations: [${entries.join(', ')}]}}`;

export const logging: Edges = {
  'datetime-format-not-strftime': {
    speaks: [awslogs('awslogs-datetime-format: YYYY')],
    silent: [options('splunk', 'splunk-url: u, awslogs-datetime-format: YYYY')],
  },
  'log-driver-not-on-fargate': {
    speaks: [options('syslog', 'tag: x', 'launchType: FARGATE')],
    silent: [
      options('cloudwatch', 'tag: x', 'launchType: FARGATE'),
      options('splunk', 'tag: x', 'launchType: FARGATE'),
      options('syslog', 'tag: x'),
      options('syslog', 'tag: x', 'launchType: FARGATE').replace('enabled: true', 'enabled: false'),
      `{launchType: FARGATE, serviceConnectConfiguration: {enabled: true, namespace: shop, logConfiguration: ${TEMPLATE}}}`,
    ],
  },
  'log-option-also-secret': {
    silent: [
      log('splunk', 'options: {splunk-url: u}, secretOptions: [{valueFrom: x}, {name: splunk-token, valueFrom: x}]'),
    ],
  },
  'log-option-of-other-driver': {
    speaks: [
      awslogs('splunk-url: u'),
      awslogs('gelf-address: u'),
      awslogs('fluentd-address: u'),
      awslogs('syslog-address: u'),
      options('splunk', 'splunk-url: u, awslogs-group: g'),
    ],
  },
  'log-option-value': {
    speaks: [
      awslogs('awslogs-create-group: "yes"'),
      awslogs('awslogs-create-group: nope'),
      awslogs('mode: nonblocking'),
      awslogs('mode: "TRUE"'),
      awslogs('mode: "y"'),
    ],
    silent: [
      awslogs('awslogs-create-group: "TRUE"'),
      awslogs('awslogs-create-group: "1"'),
      awslogs('awslogs-create-group: "f"'),
      awslogs('mode: non-blocking'),
      // What every object of JavaScript has is no option.
      awslogs('constructor: x, __proto__: y, toString: z'),
      // An option of another driver says nothing here.
      options('fluentd', 'awslogs-create-group: "yes"'),
      options('awsfirelens', 'splunk-gzip: maybe'),
    ],
  },
  'log-without-stream-prefix': {
    speaks: [options('awslogs', 'awslogs-group: g, awslogs-region: eu-west-1')],
    silent: [
      options('awslogs', 'awslogs-group: g', 'launchType: "{{ must_env `X` }}"'),
      options('splunk', 'splunk-url: u', 'launchType: FARGATE'),
      log('awslogs', `options: {awslogs-group: g}, secretOptions: ${TEMPLATE}`, 'launchType: FARGATE'),
      log(
        'awslogs',
        `options: {awslogs-group: g}, secretOptions: [{name: ${TEMPLATE}, valueFrom: x}]`,
        'launchType: FARGATE',
      ),
    ],
  },
  'metric-in-two-configurations': {
    speaks: [
      metrics('{metricNames: [CPUUtilization]}', '{metricNames: [CPUUtilization], resolutionSeconds: 20}'),
      metrics('{metricNames: [CPUUtilization], resolutionSeconds: 20}', '{metricNames: [CPUUtilization]}'),
      metrics(
        '{metricNames: [CPUUtilization], resolutionSeconds: 20}',
        '{metricNames: [CPUUtilization], resolutionSeconds: 20}',
      ),
      metrics(
        '{metricNames: [CPUUtilization], resolutionSeconds: 20}',
        '{metricNames: [CPUUtilization], resolutionSeconds: 60}',
      ),
      metrics('{metricNames: [CPUUtilization]}', '{metricNames: [CPUUtilization]}'),
    ],
    silent: [
      metrics('{metricNames: [CPUUtilization, CPUUtilization]}'),
      metrics(`{metricNames: [${TEMPLATE}]}`, `{metricNames: [${TEMPLATE}]}`),
    ],
  },
  'missing-log-option': {
    speaks: [
      options(
        'awslogs',
        'awslogs-group: g, awslogs-stream-prefix: p',
        'cluster: arn:aws:ecs:eu-west-1:111122223333:cluster/main, launchType: EC2',
      ),
      options(
        'awslogs',
        'awslogs-group: g, awslogs-stream-prefix: p',
        'cluster: arn:aws:ecs:REGION:111122223333:cluster/main, launchType: EC2',
      ),
      options('awslogs', 'awslogs-region: r'),
      options('splunk', 'tag: x'),
      '{cluster: "arn:aws:ecs:eu-west-1:111122223333:cluster/web", serviceConnectConfiguration: {enabled: true, namespace: shop, logConfiguration: {logDriver: splunk}}}',
    ],
    silent: [
      options('awsfirelens', 'Name: es'),
      log('splunk', 'options: {splunk-url: u}, secretOptions: [{name: splunk-token, valueFrom: x}]'),
    ],
  },
  'multiline-pattern-does-not-compile': {
    speaks: [
      pattern('('),
      pattern('a)'),
      pattern('[a'),
      pattern('[^]'),
      pattern('[]'),
      pattern('[[:alpha:]'),
      pattern('\\\\('),
      pattern('[\\]'),
      '{serviceConnectConfiguration: {enabled: true, namespace: shop, logConfiguration: {logDriver: awslogs, options: {awslogs-multiline-pattern: "[[:digit:]"}}}}',
    ],
    silent: [
      pattern('^\\[\\d+'),
      pattern('\\('),
      pattern('[(]'),
      pattern('[]a]'),
      pattern('[^]a]'),
      pattern('[a\\]b]'),
      pattern('[[:alpha:]]'),
      pattern('[[:alpha:](]'),
      pattern('([a-z]+)'),
      pattern('(a)(b)'),
      options('splunk', 'awslogs-multiline-pattern: "("'),
      ...['[[:digit:]]', '[]()]', '[^]]', '\\\\(', '[\\\\]]', '([(])'].map(
        (pattern) =>
          `{serviceConnectConfiguration: {enabled: true, namespace: shop, logConfiguration: {logDriver: awslogs, options: {awslogs-multiline-pattern: "${pattern}"}}}}`,
      ),
    ],
  },
  'plain-text-secret': {
    speaks: [
      options('splunk', 'splunk-url: u, splunk-token: abc123'),
      options('awsfirelens', 'Name: datadog, apikey: abc123'),
      log('splunk', 'options: {splunk-url: u, splunk-token: abc123}, secretOptions: [{name: other, valueFrom: x}]'),
    ],
    silent: [
      log(
        'splunk',
        `options: {splunk-url: u, splunk-token: abc123}, secretOptions: [{name: ${TEMPLATE}, valueFrom: x}]`,
      ),
      log(
        'splunk',
        'options: {splunk-url: u, splunk-token: abc123}, secretOptions: [{name: splunk-token, valueFrom: x}]',
      ),
      options('splunk', 'splunk-url: u, splunk-token: SPLUNK_TOKEN'),
      options('awsfirelens', 'Name: datadog, Host: abc123'),
    ],
  },
  'two-multiline-options': {
    speaks: [awslogs('awslogs-datetime-format: "%Y", awslogs-multiline-pattern: ^a')],
    silent: [options('splunk', 'splunk-url: u, awslogs-datetime-format: "%Y", awslogs-multiline-pattern: ^a')],
  },
  'unknown-log-option': {
    speaks: [awslogs('awslogs-create-grop: "true"')],
    silent: [
      options('awsfirelens', 'awslogs-regoin: x, Nmae: es'),
      options('awslogs', 'awslogs-group: g, awslogs-groups: h, awslogs-region: eu-west-1, awslogs-stream-prefix: p'),
      options(TEMPLATE, 'awslogs-regoin: x'),
      // FireLens hands on what it does not know.
      '{serviceConnectConfiguration: {enabled: true, namespace: shop, logConfiguration: {logDriver: awsfirelens, options: {log-driver-buffer-limits: "1"}}}}',
    ],
  },
};
