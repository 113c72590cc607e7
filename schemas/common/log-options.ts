import type { KnownKey } from '../shape';

type Options = Record<string, KnownKey & { doc: string }>;

const awslogs: Options = {
  'awslogs-group': {
    required: true,
    doc: 'The log group that receives the output. It has to exist, unless awslogs-create-group is "true".',
  },
  'awslogs-region': {
    required: true,
    doc: 'The Region of the log group. It may be another one than that of the service.',
  },
  'awslogs-stream-prefix': {
    doc: 'Begins the stream name: prefix/container/task-id. Fargate refuses the definition without it; on EC2 the console shows no logs without it.',
  },
  'awslogs-create-group': {
    values: ['true', 'false'],
    doc: 'Creates the log group when it is missing. "false" unless given. The execution role needs logs:CreateLogGroup.',
  },
  'awslogs-datetime-format': {
    doc: 'A strftime pattern. A line that matches begins a new event, so that stack traces stay together. Costs throughput; not together with awslogs-multiline-pattern.',
  },
  'awslogs-multiline-pattern': {
    doc: 'A regular expression. A line that matches begins a new event. Costs throughput; not together with awslogs-datetime-format.',
  },
};

const splunk: Options = {
  'splunk-url': { required: true, doc: 'Address of the Splunk instance: scheme, host and port, without a path.' },
  'splunk-token': {
    required: true,
    secret: true,
    doc: 'Token of the HTTP event collector. It is a secret: give it in secretOptions rather than here.',
  },
  'splunk-source': { doc: 'The source that Splunk shows for the events.' },
  'splunk-sourcetype': { doc: 'The source type that Splunk shows for the events.' },
  'splunk-index': { doc: 'The index that takes the events.' },
  'splunk-format': {
    values: ['inline', 'json', 'raw'],
    doc: 'How each event is written: inline, json or raw. inline unless given.',
  },
  'splunk-insecureskipverify': {
    values: ['true', 'false'],
    doc: 'Skips the check of the server certificate. For tests alone.',
  },
};

const firelens: Options = {
  Name: { doc: 'The Fluent Bit output plugin, e.g. cloudwatch_logs, kinesis_firehose, opensearch, s3, datadog.' },
  region: { doc: 'The Region of the destination.' },
  delivery_stream: { doc: 'Name of the Amazon Data Firehose stream.' },
  stream: { doc: 'Name of the Kinesis data stream.' },
  bucket: { doc: 'Name of the S3 bucket.' },
  total_file_size: { doc: 'Size at which Fluent Bit closes a file and sends it to S3, e.g. 1M.' },
  upload_timeout: { doc: 'Time after which Fluent Bit sends what it has to S3, e.g. 1m.' },
  use_put_object: { values: ['On', 'Off'], doc: 'Sends to S3 in one piece instead of in parts.' },
  Host: { doc: 'Host name of the destination, without https://.' },
  Port: { doc: 'Port of the destination, e.g. "443".' },
  Index: { doc: 'OpenSearch index that takes the records.' },
  Type: { doc: 'OpenSearch document type; newer versions want none.' },
  Aws_auth: { values: ['On', 'Off'], doc: 'Signs the requests to OpenSearch with the task role.' },
  Aws_region: { doc: 'Region of the OpenSearch domain.' },
  Suppress_Type_Name: {
    values: ['On', 'Off'],
    doc: 'Leaves the document type out, as newer OpenSearch versions want.',
  },
  tls: { values: ['On', 'Off'], doc: 'Speaks TLS to the destination.' },
  'log-driver-buffer-limit': {
    doc: 'How many records the log driver keeps in memory while the router is busy. A whole number, as a string.',
  },
};

const anyDriver: Options = {
  mode: {
    values: ['non-blocking', 'blocking'],
    doc: 'What a container does when its logs cannot be delivered: blocking makes it wait and can freeze the application, non-blocking loses logs when the buffer is full. non-blocking since June 2025, unless the account says otherwise.',
  },
  'max-buffer-size': {
    doc: 'How much log output is kept in memory in non-blocking mode, with a unit: 1m, 512k. What does not fit is lost. 10m unless given, 1m until 2025.',
  },
};

function only(driver: string, options: Options): Options {
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, { ...option, when: [driver] }]));
}

const onInstances: Options = {
  ...only('json-file', {
    'max-size': {
      doc: 'Size at which a log file is closed and the next begun, e.g. 10m. Without it the file grows until the disk is full.',
    },
    'max-file': { doc: 'How many log files are kept. Counts only together with max-size.' },
  }),
  ...only('fluentd', {
    'fluentd-address': { doc: 'Host and port of the Fluentd daemon. localhost:24224 unless given.' },
    'fluentd-async': { values: ['true', 'false'], doc: 'Lets the container start before Fluentd can be reached.' },
    tag: { doc: 'The tag of the records, e.g. docker.{{.Name}}.' },
  }),
  ...only('gelf', { 'gelf-address': { required: true, doc: 'Address of the GELF endpoint, e.g. udp://host:12201.' } }),
  ...only('syslog', {
    'syslog-address': {
      doc: 'Address of the syslog server, e.g. tcp://host:514. The socket of the instance unless given.',
    },
  }),
};

/** Options worth offering, with the drivers that know them. No complete list: drivers have more. */
export const LOG_OPTIONS: Options = {
  ...only('awslogs', awslogs),
  ...only('splunk', splunk),
  ...only('awsfirelens', firelens),
  ...onInstances,
  ...anyDriver,
};
