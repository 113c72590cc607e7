import { factOf, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  healthy: number;
  minimum: number;
  isDefault: boolean;
}

export default defineRule<Data>({
  id: 'early-success-below-minimum',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:earlySuccessCriteria'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'earlySuccessCriteria.healthyPercent below minimumHealthyPercent.',
    why: 'A deployment would count as done with fewer healthy tasks than have to stay healthy all the time. AWS documents that healthyPercent is not below minimumHealthyPercent.',
    instead: 'Raise healthyPercent to at least minimumHealthyPercent (100 when it is not given).',
    links: [api('DeploymentConfiguration')],
  },
  check({ service, traits }, report) {
    const configuration = service.get('deploymentConfiguration');
    const early = configuration.get('earlySuccessCriteria');
    const healthy = early.get('healthyPercent');
    const stated = configuration.get('minimumHealthyPercent');
    const minimum = stated.absent && traits.scheduling === 'REPLICA' ? 100 : stated.value;
    if (minimum === undefined || minimum > 100 || healthy.value === undefined || healthy.value >= minimum) return;
    if (healthy.value < 0 || !early.get('enable').is(true)) return;
    const related = stated.known ? [{ at: stated, message: 'minimumHealthyPercent' }] : [];
    report({ at: healthy, data: { healthy: healthy.value, minimum, isDefault: stated.absent }, related });
  },
  message: ({ healthy, minimum, isDefault }) =>
    `healthyPercent ${healthy} is below minimumHealthyPercent, which is ${minimum}${isDefault ? ' by default' : ''}; AWS documents that it must not be. Write at least ${minimum}, or lower minimumHealthyPercent.`,
  fix: ({ at, data }) => [{ title: `Write ${data.minimum}`, safe: false, changes: replace(factOf(at), data.minimum) }],
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  minimumHealthyPercent: 90\n  earlySuccessCriteria:\n    enable: true\n    healthyPercent: ⟦80⟧\n    sourceServiceRevisionCleanup: DEFERRED\n`,
        fixed: `${WEB}deploymentConfiguration:\n  minimumHealthyPercent: 90\n  earlySuccessCriteria:\n    enable: true\n    healthyPercent: 90\n    sourceServiceRevisionCleanup: DEFERRED\n`,
      },
      {
        text: `${WEB}deploymentConfiguration:\n  earlySuccessCriteria:\n    enable: true\n    healthyPercent: ⟦80⟧\n    sourceServiceRevisionCleanup: DEFERRED\n`,
      },
    ],
    valid: [
      {
        text: `${WEB}deploymentConfiguration:\n  minimumHealthyPercent: 50\n  earlySuccessCriteria:\n    enable: true\n    healthyPercent: 80\n    sourceServiceRevisionCleanup: DEFERRED\n`,
      },
    ],
  },
});
