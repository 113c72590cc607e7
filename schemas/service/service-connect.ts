import { logConfiguration } from '../common/logging';
import { choice, flag, list, optional, required, structure, text, union } from '../fields';
import { connectService } from './service-connect-services';

const accessLog = structure('ServiceConnectAccessLogConfiguration', {
  format: required(
    choice({
      TEXT: 'One readable line for each request.',
      JSON: 'One JSON object for each request, for log queries.',
    }),
    {
      doc: `The form of each access log entry. JSON is easier to query in CloudWatch Logs Insights; both carry the same facts.`,
      since: '2026',
      rank: 1,
    },
  ),
  includeQueryParameters: optional(
    choice({
      ENABLED: 'Query strings are logged, tokens in them too.',
      DISABLED: 'Only the path is logged.',
    }),
    {
      doc: `Whether the part of the address after the question mark is logged. It often holds tokens and personal data, which then lie in the
        log for as long as the log is kept.`,
      default: 'DISABLED',
      since: '2026',
    },
  ),
});

const containerConfiguration = union('ServiceConnectContainerConfiguration', {
  logLevel: optional(
    choice({
      info: 'The usual amount of proxy logs.',
      debug: 'Detailed proxy logs, for hunting connection problems. Many more of them.',
    }),
    {
      doc: `How much the Service Connect proxy writes about itself. debug is for a search and costs log volume; only tasks started after the
        change follow it.`,
      default: 'info',
      since: '2026',
      rank: 1,
    },
  ),
});

const serviceConnectConfiguration = structure('ServiceConnectConfiguration', {
  enabled: required(flag(), {
    doc: `Whether tasks of this service take part in Service Connect. Setting it to false on an existing service removes the proxy with the next
      deployment; the other members then have no effect.`,
    rank: 1,
  }),
  namespace: optional(text(), {
    doc: `The Cloud Map namespace to join, by name or ARN, in the Region of the service. A cluster may have a default one; without either the
      request is refused when enabled is true. ECS creates entries in it, but not the namespace itself.`,
    default: { text: 'the default namespace of the cluster, if it has one' },
    arn: { takes: ['namespace'], short: 'name' },
    names: 'refers namespace',
    rank: 1,
  }),
  services: optional(list(connectService), {
    doc: `What this service offers to the others: one entry for each named port. A service that only calls others leaves it out and is a client.
      Clients see an entry only if they were deployed after it came up.`,
    default: { text: 'nothing offered: the service is a client' },
    rank: 1,
    snippet: [{ portName: '«http»', clientAliases: [{ port: '«80»', dnsName: '«web»' }] }],
  }),
  logConfiguration: optional(logConfiguration, {
    doc: `Where the proxy that ECS adds to each task writes its logs. It is a container of its own and does not follow the settings of yours.
      Without it you see nothing of the proxy when connections fail; on Fargate give the stream prefix too.`,
    default: { text: 'the default driver of the Docker daemon; nothing on Fargate' },
    guide: 'service-connect.html',
    rank: 2,
    snippet: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '«/ecs/service-connect»',
        'awslogs-region': '«eu-west-1»',
        'awslogs-stream-prefix': '«proxy»',
      },
    },
  }),
  accessLogConfiguration: optional(accessLog, {
    doc: `Has the proxy log each request. The entries go where logConfiguration sends them, so that has to be there as well.`,
    default: { text: 'no access logs' },
    since: '2026',
    snippet: { format: '«JSON|TEXT»' },
  }),
  containerConfigurations: optional(list(containerConfiguration), {
    doc: `Settings of the proxy container, one in each item and each only once. An update of serviceConnectConfiguration without them puts them
      back to their defaults.`,
    since: '2026',
    snippet: [{ logLevel: '«info|debug»' }],
  }),
});

export const serviceConnect = {
  serviceConnectConfiguration: optional(serviceConnectConfiguration, {
    doc: `Service Connect: names, load balancing, retries and metrics for calls between services, through a proxy that ECS puts into each task.
      Needs named ports in the task definition, bridge or awsvpc networking, the ECS controller, and room for the proxy (about 256 CPU units and
      64 MiB). A change starts a deployment.`,
    default: { text: 'off' },
    guide: 'service-connect.html',
    since: 'BOTO3-2024',
    rank: 2,
    update: 'deploys',
    snippet: { enabled: true, namespace: '«namespace»' },
  }),
};
