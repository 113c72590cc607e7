import { choice, list, map, optional, required, structure, text } from '../fields';
import { documented } from '../meta';
import { LOG_OPTIONS } from './log-options';

/** A secret that ECS reads at start and hands to a log driver or a container. */
export const secret = structure('Secret', {
  name: required(text(), {
    doc: `The name under which the value arrives: for a log driver the name of the option, for a container the name of
      the environment variable. A name that is also given in plain text beside it makes it unclear which one wins.`,
    names: 'defines environment-variable',
    rank: 1,
  }),
  valueFrom: required(text(), {
    doc: `Where ECS reads the value from when a task starts: the ARN of a Secrets Manager secret or of an SSM parameter; in
      the same Region the bare name of a parameter will do. For one key of a JSON secret append
      \`:key:version-stage:version-id\` to its ARN. It is the task execution role, not the task role, that needs the
      permission to read it, and a running task never sees a later rotation.`,
    arn: { takes: ['secret', 'parameter'], short: 'parameter-name' },
    rank: 1,
  }),
});

export const logConfiguration = structure('LogConfiguration', {
  logDriver: required(
    choice({
      awslogs: 'CloudWatch Logs. Works everywhere, Fargate included.',
      awsfirelens: 'A FireLens router container (Fluent Bit or Fluentd) in the same task. Works everywhere.',
      splunk: 'Splunk, through its HTTP event collector. Works everywhere.',
      'json-file': 'JSON files on the container instance. EC2 and Managed Instances, not Fargate.',
      fluentd: 'A Fluentd daemon that the instance can reach. EC2 only.',
      gelf: 'A Graylog or Logstash endpoint that speaks GELF. EC2 only.',
      journald: 'The journal of the container instance. EC2 only.',
      syslog: 'A syslog daemon. EC2 only.',
    }),
    {
      doc: `Which log driver carries the output away. Fargate knows only \`awslogs\`, \`splunk\` and \`awsfirelens\`; Managed
        Instances know these and \`json-file\`; EC2 instances know all of them, if the agent there is configured to. Names
        are lower case.`,
      guide: 'using_awslogs.html',
      rank: 1,
    },
  ),
  options: optional(map(text(), LOG_OPTIONS), {
    doc: `Settings of the log driver, all of them strings: write \`"true"\`, not \`true\`. \`awslogs\` needs at least
      \`awslogs-group\` and \`awslogs-region\`, on Fargate also \`awslogs-stream-prefix\`. Unknown options are not refused
      here; the task fails when it starts. Put tokens into secretOptions instead.`,
    guide: 'using_awslogs.html',
    rank: 1,
  }),
  secretOptions: optional(list(secret, { uniqueBy: documented(['name'], 'an option can have one value') }), {
    doc: `Options of the log driver whose values come from Secrets Manager or SSM, such as \`splunk-token\`. Needs a task
        execution role that may read them.`,
    guide: 'specifying-sensitive-data.html',
  }),
});
