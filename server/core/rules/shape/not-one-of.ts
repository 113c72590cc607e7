import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { dotted, either, list } from '../words';

interface Data {
  path: string;
  given: readonly string[];
  members: readonly string[];
}

export default defineRule<Data>({
  id: 'not-one-of',
  severity: 'error',
  group: 'document',
  on: 'shape',
  since: '0.1.0',
  sources: ['today:serviceConnectConfiguration.containerConfigurations'],
  docs: {
    what: 'An object that must hold exactly one setting holds none or several.',
    why: 'The API model makes it a union: the AWS CLI refuses anything but one member.',
    instead: 'Split it into one object for each setting.',
    links: [CREATE_SERVICE],
  },
  check(ctx, report) {
    for (const { fact, given, members } of ctx.shape.union ?? []) {
      report({
        at: { fact, key: true },
        data: { path: dotted(fact.pointer), given, members },
      });
    }
  },
  message: ({ path, given, members }) => {
    const is = given.length === 0 ? 'has none' : `has ${list(given)}`;
    return `${path} must have exactly one of ${either(members)}, but ${is}; the request is refused.`;
  },
  examples: {
    invalid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nserviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n  containerConfigurations:\n    - ⟦{}⟧\n',
      },
    ],
    valid: [
      {
        text: 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 2\nserviceConnectConfiguration:\n  enabled: true\n  namespace: shop\n  containerConfigurations:\n    - logLevel: debug\n',
      },
    ],
  },
});
