import { set } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { list } from '../words';

const PARTS = { healthyPercent: 100, sourceServiceRevisionCleanup: 'BLOCKING' } as const;

interface Data {
  missing: (keyof typeof PARTS)[];
}

export default defineRule<Data>({
  id: 'incomplete-early-success',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:earlySuccessCriteria'],
  docs: {
    what: 'earlySuccessCriteria switched on without healthyPercent or sourceServiceRevisionCleanup.',
    why: 'AWS documents that both are needed once enable is true: when the deployment counts as done, and what happens to the old tasks then.',
    instead: 'Add both. BLOCKING waits until the old tasks are gone, DEFERRED reports success first.',
    links: [api('DeploymentConfiguration')],
  },
  check({ service }, report) {
    const early = service.get('deploymentConfiguration').get('earlySuccessCriteria');
    if (!early.get('enable').is(true)) return;
    const missing = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((name) => early.get(name).omitted);
    if (missing.length > 0) report({ at: { fact: early, key: true }, data: { missing } });
  },
  message: ({ missing }) =>
    `earlySuccessCriteria is switched on, and AWS documents that it then needs ${list(missing)}. Add ${missing.length === 1 ? 'it' : 'them'}.`,
  fix({ data }, { service }) {
    const early = service.get('deploymentConfiguration').get('earlySuccessCriteria');
    const changes = data.missing.flatMap((name) => set(early, name, PARTS[name]));
    return [{ title: `Add ${list(data.missing)}`, safe: false, changes }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  ⟦earlySuccessCriteria⟧:\n    enable: true\n    healthyPercent: 100\n`,
        fixed: `${WEB}deploymentConfiguration:\n  earlySuccessCriteria:\n    enable: true\n    healthyPercent: 100\n    sourceServiceRevisionCleanup: BLOCKING\n`,
      },
    ],
    valid: [{ text: `${WEB}deploymentConfiguration:\n  earlySuccessCriteria:\n    enable: false\n` }],
  },
});
