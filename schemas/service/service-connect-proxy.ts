import { integer, optional, required, structure, text } from '../fields';
import { assumed, model } from '../meta';

export const timeout = structure('TimeoutConfiguration', {
  idleTimeoutSeconds: optional(integer({ min: model(0), max: model(2_147_483_647) }), {
    doc: `After how long without traffic the proxy closes a connection. 0 never closes it. Long silent streams, such as server-sent events, need
      more than the default.`,
    default: { value: 300, cases: [{ when: 'the port mapping has no appProtocol (TCP)', value: 3600 }] },
    unit: 'seconds',
    rank: 1,
  }),
  perRequestTimeoutSeconds: optional(integer({ min: model(0), max: model(2_147_483_647) }), {
    doc: `How long the proxy waits for the complete answer to one request. 0 waits for ever. The default cuts slow requests off with a 504; for
      ports without appProtocol (TCP) the member is refused.`,
    default: { value: 15, text: '15 in practice; the documents name no figure' },
    unit: 'seconds',
    rank: 1,
  }),
});

export const tls = structure('ServiceConnectTlsConfiguration', {
  issuerCertificateAuthority: required(
    structure('ServiceConnectTlsCertificateAuthority', {
      awsPcaAuthorityArn: optional(text(), {
        doc: `The AWS Private CA that issues the certificates, by ARN. General-purpose and short-lived mode both work; short-lived costs
          less. The managed role policy reaches only authorities that carry the tag AmazonECSManaged with the value true.`,
        needed: assumed(true, 'there is no other kind of authority'),
        arn: { takes: ['certificate-authority'] },
        rank: 1,
      }),
    }),
    {
      doc: `Who signs the certificates of the proxies. All services that talk to each other over TLS have to trust the same authority.`,
      rank: 1,
      snippet: { awsPcaAuthorityArn: '«arn:aws:acm-pca:»' },
    },
  ),
  kmsKey: optional(text(), {
    doc: `The KMS key that encrypts the private key of the certificate in Secrets Manager.`,
    default: { text: 'an AWS managed key' },
    arn: { takes: ['kms-key'], short: 'key-id-or-alias' },
    names: 'refers kms-key',
  }),
  roleArn: optional(text(), {
    doc: `The role with which ECS asks for certificates and stores them, by ARN. It has to trust ecs.amazonaws.com and may carry
      AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity.`,
    arn: { takes: ['role'] },
    rank: 1,
  }),
});
