import { factOf, remove, set } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

const STRATEGY_OF = { linearConfiguration: 'LINEAR', canaryConfiguration: 'CANARY' } as const;

interface Data {
  name: keyof typeof STRATEGY_OF;
  wanted: string;
  strategy: string;
  stated: boolean;
}

export default defineRule<Data>({
  id: 'shift-settings-without-strategy',
  severity: 'warning',
  group: 'deployment',
  on: 'service',
  since: '0.1.0',
  sources: ['today:linearConfiguration', 'today:canaryConfiguration'],
  profiles: ['create-service', 'ecspresso', 'update-service'],
  docs: {
    what: 'linearConfiguration without the strategy LINEAR, or canaryConfiguration without CANARY.',
    why: 'AWS documents each of them for its own strategy only. With another one no traffic is shifted in steps.',
    instead: 'Set strategy to the one that the configuration is for, or remove the configuration.',
    links: [api('LinearConfiguration'), api('CanaryConfiguration')],
  },
  check({ service, traits }, report) {
    const configuration = service.get('deploymentConfiguration');
    for (const name of ['linearConfiguration', 'canaryConfiguration'] as const) {
      const settings = configuration.get(name);
      const wanted = STRATEGY_OF[name];
      const { strategy } = traits;
      if (!settings.known || strategy === undefined || strategy === wanted) continue;
      const stated = configuration.get('strategy').known;
      report({ at: { fact: settings, key: true }, data: { name, wanted, strategy, stated } });
    }
  },
  message: ({ name, wanted, strategy, stated }) =>
    `AWS documents ${name} for the strategy ${wanted} only, and this service has ${strategy}${stated ? '' : ' (the default)'}: no traffic will move in steps. Set strategy to ${wanted}, or remove ${name}.`,
  fix({ at, data }) {
    const settings = factOf(at);
    const setStrategy = settings.parent ? set(settings.parent, 'strategy', data.wanted) : [];
    return [
      { title: `Set strategy to ${data.wanted}`, safe: false, changes: setStrategy },
      { title: `Remove ${data.name}`, safe: false, changes: remove(settings) },
    ];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}deploymentConfiguration:\n  strategy: ROLLING\n  ⟦canaryConfiguration⟧:\n    canaryPercent: 5\n    canaryBakeTimeInMinutes: 10\n`,
        fixed: `${WEB}deploymentConfiguration:\n  strategy: CANARY\n  canaryConfiguration:\n    canaryPercent: 5\n    canaryBakeTimeInMinutes: 10\n`,
      },
      {
        text: `${WEB}deploymentConfiguration:\n  maximumPercent: 200\n  ⟦linearConfiguration⟧:\n    stepPercent: 10\n`,
      },
    ],
    valid: [{ text: `${WEB}deploymentConfiguration:\n  strategy: ROLLING\n` }],
  },
});
