import { factOf, remove } from '../fixes';
import { github, guide } from '../links';
import { defineRule } from '../rule';
import { BEHIND_CLASSIC, WEB } from '../samples';

export default defineRule<Record<string, never>>({
  id: 'circuit-breaker-with-classic-load-balancer',
  severity: 'error',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['R257', 'error:cb-clb'],
  profiles: ['create-service', 'ecspresso', 'update-service'],
  docs: {
    what: 'A deployment circuit breaker in a service behind a Classic Load Balancer.',
    why: 'ECS refuses the member there, switched on or off: "Deployment circuit breaker feature is not supported with Classic Load Balancers."',
    instead: 'Remove deploymentCircuitBreaker, or move to an Application or Network Load Balancer.',
    links: [guide('deployment-circuit-breaker'), github('aws/containers-roadmap/issues/1272')],
  },
  check({ service, traits }, report) {
    const breaker = service.get('deploymentConfiguration').get('deploymentCircuitBreaker');
    if (!breaker.known || traits.classicLoadBalancer !== true) return;
    const classic = service
      .get('loadBalancers')
      .items.map((item) => item.get('loadBalancerName'))
      .filter((name) => name.known);
    const related = classic.map((at) => ({ at, message: 'The Classic Load Balancer' }));
    report({ at: { fact: breaker, key: true }, data: {}, related });
  },
  message: () =>
    'ECS refuses deploymentCircuitBreaker in a service behind a Classic Load Balancer, even switched off. Remove it, or move to an Application or Network Load Balancer.',
  fix: ({ at }) => [{ title: 'Remove deploymentCircuitBreaker', safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: EC2\n${BEHIND_CLASSIC}deploymentConfiguration:\n  maximumPercent: 200\n  ⟦deploymentCircuitBreaker⟧:\n    enable: true\n    rollback: true\n`,
        fixed: `${WEB}launchType: EC2\n${BEHIND_CLASSIC}deploymentConfiguration:\n  maximumPercent: 200\n`,
      },
    ],
    valid: [{ text: `${WEB}launchType: EC2\n${BEHIND_CLASSIC}` }],
  },
});
