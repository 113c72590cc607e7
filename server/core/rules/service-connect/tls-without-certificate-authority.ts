import type { Fact } from '../../model/fact';
import { fillIn } from '../fill-in';
import { factOf } from '../fixes';
import { guide } from '../links';
import { defineRule } from '../rule';
import { ROLE, WEB } from '../samples';
import { connectServices } from './parts';

const TLS = `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n  services:\n    - portName: http\n      clientAliases:\n        - port: 443\n      tls:\n        roleArn: ${ROLE}\n`;
const AUTHORITY = 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/0a1b2c3d-1111-2222-3333-444455556666';

export default defineRule<null>({
  id: 'tls-without-certificate-authority',
  severity: 'warning',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['R380'],
  docs: {
    what: 'An issuerCertificateAuthority that names no authority.',
    why: 'The proxies need certificates, and AWS Private CA is the only issuer there is. The API model does not require the member, so nothing complains before the deployment.',
    instead: 'Add awsPcaAuthorityArn.',
    links: [guide('service-connect-tls')],
  },
  check({ service }, report) {
    for (const entry of connectServices(service)) {
      const issuer = entry.get('tls').get('issuerCertificateAuthority');
      if (issuer.known && issuer.get('awsPcaAuthorityArn').absent) {
        report({ at: { fact: issuer as Fact, key: true }, data: null });
      }
    }
  },
  message: () =>
    'TLS needs somebody who issues the certificates, and this names nobody. Add awsPcaAuthorityArn, the ARN of an AWS Private CA.',
  fix: ({ at }) => [
    {
      title: 'Add awsPcaAuthorityArn, to be filled in',
      safe: false,
      changes: fillIn(factOf(at), ['awsPcaAuthorityArn']),
    },
  ],
  examples: {
    invalid: [
      {
        text: `${TLS}        ⟦issuerCertificateAuthority⟧: {}\n`,
        fixed: `${TLS}        issuerCertificateAuthority:\n          awsPcaAuthorityArn: CERTIFICATE_AUTHORITY_ARN\n`,
      },
    ],
    valid: [{ text: `${TLS}        issuerCertificateAuthority:\n          awsPcaAuthorityArn: ${AUTHORITY}\n` }],
  },
});
