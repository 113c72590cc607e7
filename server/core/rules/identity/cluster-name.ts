import { CREATE_SERVICE, github } from '../links';
import { isPlaceholder } from '../placeholder';
import { defineRule } from '../rule';
import { quote } from '../words';

interface Data {
  name: string;
}

const service = (name: string) => `serviceName: web\ncluster: ${name}\ntaskDefinition: web:1\ndesiredCount: 2\n`;

export default defineRule<Data>({
  id: 'cluster-name',
  severity: 'error',
  group: 'identity',
  on: 'service',
  since: '0.1.0',
  sources: ['R136', 'error:cluster-charset', 'recorded:pf-ecs-cluster-name'],
  docs: {
    what: 'A cluster that is neither an ARN nor a name of letters, digits, hyphens and underscores.',
    why: 'No cluster can be called so, and the request is answered with "Cluster must match ^[a-zA-Z0-9\\-_]{1,255}$".',
    instead: 'Write the name of the cluster alone, without path or Region, or its whole ARN.',
    links: [CREATE_SERVICE, github('awslabs/amazon-ecs-nodejs-microservices/issues/18')],
  },
  check({ service }, report) {
    const fact = service.get('cluster');
    const name = fact.value;
    if (!name || isPlaceholder(name)) return;
    const short = /^arn:[^:]*:ecs:[^:]*:[^:]*:cluster\/(.*)$/.exec(name)?.[1] ?? name;
    if (!short.startsWith('arn:') && !/^[\w-]{1,255}$/.test(short)) report({ at: fact, data: { name } });
  },
  message: ({ name }) =>
    `No cluster can be called ${quote(name)}: names hold at most 255 letters, digits, hyphens and underscores, and ECS refuses the request. Write the name alone, or the whole ARN.`,
  examples: {
    invalid: [{ text: service('⟦main cluster⟧') }, { text: service('⟦cluster/main⟧') }],
    valid: [
      { text: service('main_1') },
      { text: service('arn:aws:ecs:eu-west-1:111122223333:cluster/main') },
      { text: service('"<CLUSTER>"') },
    ],
  },
});
