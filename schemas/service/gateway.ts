import { choice, integer, list, optional, required, structure, text } from '../fields';
import { assumed, documented } from '../meta';

const matcher = structure('GatewayConnectorHealthCheckMatcher', {
  httpCode: optional(text(), {
    doc: `The HTTP status codes that count as healthy, as a string such as \`"200"\` or \`"200-299"\`.`,
    rank: 1,
  }),
  grpcCode: optional(text(), {
    doc: `The gRPC status codes that count as healthy, as a string such as \`"0"\` or \`"0-99"\`.`,
  }),
});

const positive = () => integer({ min: assumed(1, 'a check without time or tries checks nothing') });

const healthCheck = structure('GatewayConnectorHealthCheck', {
  healthCheckProtocol: optional(choice({ HTTP: 'Plain HTTP.', HTTPS: 'HTTP over TLS.' }), {
    doc: `The protocol in which the gateway asks the tasks whether they are well.`,
    rank: 1,
  }),
  healthCheckPort: optional(
    integer({ min: assumed(1, 'port 0 cannot listen'), max: assumed(65_535, 'there are no higher ports') }),
    {
      doc: `The port that the gateway asks. Worth giving when the application answers health checks on another port than its traffic.`,
      rank: 2,
    },
  ),
  healthCheckPath: optional(text(), {
    doc: `The path that the gateway asks for, such as \`/health\`. It should answer without a login and without calling half of your system.`,
    rank: 1,
  }),
  healthCheckTimeoutSeconds: optional(positive(), {
    doc: `How long the gateway waits for an answer before the check counts as failed. Keep it below the interval.`,
    unit: 'seconds',
  }),
  healthCheckIntervalSeconds: optional(positive(), {
    doc: `The time between two checks of a task. Interval times healthyThresholdCount is about how long a new task waits for its traffic.`,
    unit: 'seconds',
  }),
  healthyThresholdCount: optional(positive(), {
    doc: `How many checks in a row have to succeed before a task gets traffic.`,
  }),
  unhealthyThresholdCount: optional(positive(), {
    doc: `How many checks in a row have to fail before a task loses its traffic.`,
  }),
  matcher: optional(matcher, {
    doc: `Which answers count as healthy: HTTP codes or gRPC codes, as the port speaks.`,
    snippet: { httpCode: '«200-299»' },
  }),
});

const connector = structure('GatewayConnector', {
  portName: required(text(), {
    doc: `The named port of the task definition to which the gateway sends its traffic: the name of a portMapping.`,
    names: 'refers port',
    rank: 1,
  }),
  healthCheck: optional(healthCheck, {
    doc: `How the gateway finds out which tasks can take traffic.`,
    rank: 2,
    snippet: { healthCheckProtocol: 'HTTP', healthCheckPath: '«/health»' },
  }),
  filters: optional(
    structure('GatewayConnectorFilters', {
      accessTypes: optional(
        list(choice({ PUBLIC: 'Paths open to the internet.', PRIVATE: 'Paths that only your network reaches.' }), {
          uniqueBy: assumed([], 'a kind counts once'),
        }),
        {
          doc: `The kinds of entry that the connector is for: public ones, private ones, or both.`,
          default: { text: 'not stated by the documents' },
          rank: 1,
        },
      ),
    }),
    {
      doc: `Narrows the connector to some of the ways into the gateway, by how they can be reached.`,
      snippet: { accessTypes: ['«PUBLIC|PRIVATE»'] },
    },
  ),
});

export const gateway = {
  gatewayConnectors: optional(list(connector, { maxItems: documented(1) }), {
    doc: `Connects the service to a gateway that brings traffic in from outside, without a load balancer of your own. One connector at most. The
      member is so new that older versions of the AWS CLI refuse it.`,
    since: '2026',
    update: 'in-place',
    snippet: [{ portName: '«http»' }],
  }),
};
