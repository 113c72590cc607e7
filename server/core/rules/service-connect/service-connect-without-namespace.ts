import type { Fact } from '../../model/fact';
import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

export default defineRule<null>({
  id: 'service-connect-without-namespace',
  severity: 'warning',
  group: 'service-connect',
  on: 'service',
  since: '0.1.0',
  sources: ['R346', 'recorded:pf-ecs-svc-connect-without-namespace'],
  profiles: ['create-service', 'update-service', 'ecspresso'],
  docs: {
    what: 'Service Connect without a namespace.',
    why: 'ECS then takes the default namespace of the cluster. When the cluster has none, it refuses the service: "Namespace is missing". Only the cluster can tell, so this is a warning.',
    instead: 'Name the namespace, or switch this rule off where the cluster has a default one.',
    links: [guide('service-connect')],
  },
  check({ service }, report) {
    const connect = service.get('serviceConnectConfiguration');
    if (!connect.get('enabled').is(true) || !connect.get('namespace').absent) return;
    report({ at: { fact: connect as Fact, key: true }, data: null });
  },
  message: () =>
    'No namespace is given, so the cluster must have a default Service Connect namespace: without one ECS refuses the service ("Namespace is missing"). Add namespace to be independent of it.',
  examples: {
    invalid: [{ text: `${WEB}⟦serviceConnectConfiguration⟧:\n  enabled: true\n` }],
    valid: [
      { text: `${WEB}serviceConnectConfiguration:\n  enabled: true\n  namespace: internal\n` },
      { text: `${WEB}serviceConnectConfiguration:\n  enabled: false\n` },
    ],
  },
});
