import type { Fact } from '../../model/fact';
import { fillIn } from '../fill-in';
import { factOf } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { ROLE, WEB } from '../samples';
import { connectServices } from './parts';

const AUTHORITY = 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/0a1b2c3d-1111-2222-3333-444455556666';
const TLS = `tls:\n        issuerCertificateAuthority:\n          awsPcaAuthorityArn: ${AUTHORITY}\n`;
const CONNECT = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      clientAliases:\n        - port: 443\n`;

export default defineRule<null>({
  id: 'tls-without-role',
  severity: 'warning',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['R382'],
  docs: {
    what: 'Service Connect TLS without a role.',
    why: 'ECS asks AWS Private CA for certificates and keeps them in Secrets Manager with this role. The API model does not require it; AWS documents the role as a prerequisite.',
    instead:
      'Add roleArn: a role that trusts ecs.amazonaws.com, with the managed policy AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity.',
    links: [guide('service-connect-tls')],
  },
  check({ service }, report) {
    for (const entry of connectServices(service)) {
      const tls = entry.get('tls');
      if (tls.known && tls.get('roleArn').absent) report({ at: { fact: tls as Fact, key: true }, data: null });
    }
  },
  message: () =>
    'ECS needs a role to get and keep the certificates, and AWS documents it as a prerequisite of TLS. Add roleArn, the ECS infrastructure role for Service Connect TLS.',
  fix: ({ at }) => [{ title: 'Add roleArn, to be filled in', safe: false, changes: fillIn(factOf(at), ['roleArn']) }],
  examples: {
    invalid: [
      {
        text: `${CONNECT}      ⟦tls⟧${TLS.slice(3)}`,
        fixed: `${CONNECT}      ${TLS}        roleArn: INFRASTRUCTURE_ROLE_ARN\n`,
      },
    ],
    valid: [{ text: `${CONNECT}      ${TLS}        roleArn: ${ROLE}\n` }],
  },
});
