import { integer, list, optional, required, structure, text } from '../fields';
import { assumed, documented, model, recorded } from '../meta';
import { timeout, tls } from './service-connect-proxy';

const header = structure('ServiceConnectTestTrafficHeaderRules', {
  name: required(text(), {
    doc: `The HTTP header that marks a request as a test, for example \`x-test-version\`. Every client can send it: it selects a version,
      it protects nothing.`,
    since: '2026',
    rank: 1,
  }),
  value: optional(
    structure('ServiceConnectTestTrafficHeaderMatchRules', {
      exact: required(text(), {
        doc: `The value that the header has to have, character for character. There are no patterns.`,
        since: '2026',
        rank: 1,
      }),
    }),
    {
      doc: `The value that makes a request a test. Without it the header alone is enough, whatever it says.`,
      default: { text: 'any value' },
      since: '2026',
      rank: 1,
      snippet: { exact: '«true»' },
    },
  ),
});

const clientAlias = structure('ServiceConnectClientAlias', {
  port: required(integer({ min: assumed(1, 'port 0 cannot listen; the model allows it'), max: model(65_535) }), {
    doc: `The port that clients call. The proxy in each client task listens there and passes the call on, so it need not be the container's own.
      Take the one your clients use anyway, and they need no change.`,
    rank: 1,
  }),
  dnsName: optional(
    text({
      minLength: assumed(1, 'an empty name cannot be called'),
      maxLength: recorded(127, 'ecs-svc-connect-client-alias-dns-name (2026-09)'),
      pattern: recorded('[a-z0-9_.][a-z0-9_.-]*', 'ecs-svc-connect-client-alias-dns-name (2026-09)'),
      patternHelp: 'lower-case letters, digits, underscores, hyphens and periods, and does not begin with a hyphen',
    }),
    {
      doc: `The host name that clients call: short as \`db\` or with dots. It works inside tasks of the namespace alone, not in DNS. Two
        services of a namespace cannot share a name and port.`,
      default: { text: 'discoveryName.namespace; portName.namespace when there is no discoveryName' },
      names: 'defines dns',
      rank: 1,
    },
  ),
  testTrafficRules: optional(
    structure('ServiceConnectTestTrafficRules', {
      header: required(header, {
        doc: `The request header by which test traffic is told from the rest. One header; nothing else can be matched.`,
        since: '2026',
        rank: 1,
        snippet: { name: '«x-test-version»', value: { exact: '«true»' } },
      }),
    }),
    {
      doc: `Which calls through Service Connect reach the new version before production traffic does, during BLUE_GREEN, LINEAR and CANARY
        deployments. HTTP ports only.`,
      default: { text: 'the header x-amzn-ecs-blue-green-test' },
      guide: 'service-connect-blue-green.html',
      since: '2026',
      snippet: { header: { name: '«x-test-version»', value: { exact: '«true»' } } },
    },
  ),
});

export const connectService = structure('ServiceConnectService', {
  portName: required(text(), {
    doc: `The named port of the task definition that this entry offers: the name of a portMapping of any container. A name that is not there
      makes the request fail.`,
    names: 'refers port',
    rank: 1,
  }),
  discoveryName: optional(
    text({
      minLength: assumed(1, 'an empty name cannot be registered'),
      maxLength: documented(64),
      pattern: documented('[a-z0-9_][a-z0-9_-]*'),
      patternHelp: 'lower-case letters, digits, underscores and hyphens, and does not begin with a hyphen',
    }),
    {
      doc: `The name of the Cloud Map entry that ECS creates, unique in the namespace. Clients call the alias, not this name. Two services with
        the same portName need different ones.`,
      default: { text: 'the portName' },
      names: 'defines discovery',
      rank: 2,
    },
  ),
  clientAliases: optional(
    list(clientAlias, {
      minItems: recorded(1, 'API answer "clientAliases must have 1 element."'),
      maxItems: recorded(1, 'ecs-svc-connect-client-aliases-max (2026-09-08)'),
    }),
    {
      doc: `The address under which clients call this port. The list takes exactly one alias, and although nothing marks it as required, an entry
        without one is refused.`,
      needed: recorded(true, 'API answer "clientAliases must have 1 element."'),
      rank: 1,
      snippet: [{ port: '«80»', dnsName: '«web»' }],
    },
  ),
  ingressPortOverride: optional(
    integer({
      min: recorded(1025, 'hashicorp/terraform-provider-aws#28293: "IngressPortOverride cannot use ports <= 1024."'),
      max: model(65_535),
    }),
    {
      doc: `The port on which the proxy of this service takes calls in, when security groups have to know it beforehand. It must lie above 1024 and
        differ from the container's own ports.`,
      default: { text: 'the container port under awsvpc; a random port under bridge' },
    },
  ),
  timeout: optional(timeout, {
    doc: `How long the proxy holds idle connections and waits for answers. The default of 15 seconds for one request surprises slow
      endpoints.`,
    snippet: { idleTimeoutSeconds: '«300»', perRequestTimeoutSeconds: '«60»' },
  }),
  tls: optional(tls, {
    doc: `Encrypts the traffic between proxies with certificates from AWS Private CA. Between the proxy and your container, inside the task, it stays
      plain. A private CA has a monthly price.`,
    default: { text: 'no encryption' },
    guide: 'service-connect-tls.html',
    snippet: {
      issuerCertificateAuthority: { awsPcaAuthorityArn: '«arn:aws:acm-pca:»' },
      roleArn: '«arn:aws:iam::»',
    },
  }),
});
