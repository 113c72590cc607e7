import type { Fact } from '../../model/fact';
import { api } from '../links';
import { defineRule } from '../rule';
import { list } from '../words';
import { keyOf, taskDefinitionOf } from './parts';
import { appMesh, fargateTask, ON_FARGATE, SIDE } from './samples';

interface Data {
  missing: string[];
  refused: boolean;
}

/** What an App Mesh proxy needs. Only the first has a recorded refusal. Source: ProxyConfiguration.properties. */
const NEEDED = ['ProxyIngressPort', 'ProxyEgressPort', 'AppPorts', 'EgressIgnoredIPs'];

const marked = (text: string) => text.replace('properties', '⟦properties⟧');

export default defineRule<Data>({
  id: 'proxy-without-property',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['recorded:pf-ecs-proxy-configuration-missing-required-props'],
  docs: {
    what: 'An App Mesh proxy without one of the properties that it needs.',
    why: 'Without ProxyIngressPort ECS answers "Ingress port not found"; ProxyEgressPort, AppPorts and EgressIgnoredIPs AWS documents as required.',
    instead: 'Add the property.',
    links: [api('ProxyConfiguration')],
  },
  check(ctx, report) {
    const proxy = taskDefinitionOf(ctx).get('proxyConfiguration');
    const properties = proxy.get('properties');
    const names = properties.items.map((property) => property.get('name') as Fact<string>);
    if (!proxy.known || properties.count === undefined || names.some((name) => name.unknown)) return;
    const missing = NEEDED.filter((needed) => !names.some((name) => name.is(needed)));
    const refused = missing.includes('ProxyIngressPort');
    if (missing.length === 0) return;
    report({
      at: keyOf(properties.given ? properties : proxy),
      data: { missing, refused },
      severity: refused ? 'error' : 'warning',
    });
  },
  message: ({ missing, refused }) =>
    `An App Mesh proxy needs ${list(missing)}, ${refused ? 'and ECS refuses the definition without' : 'as AWS documents'}. Add ${missing.length > 1 ? 'them' : 'it'} to properties.`,
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: fargateTask(SIDE, marked(appMesh('side', 'ProxyIngressPort'))) },
      { text: ON_FARGATE, taskDefinition: fargateTask(SIDE, marked(appMesh('side', 'AppPorts'))) },
    ],
    valid: [{ text: ON_FARGATE, taskDefinition: fargateTask(SIDE, appMesh('side')) }],
  },
});
