import { set } from '../fixes';
import { CREATE_SERVICE, github } from '../links';
import { type At, defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';

interface Data {
  /** Fargate, or the network mode of the task definition. */
  fargate: boolean;
}

export default defineRule<Data>({
  id: 'missing-network-configuration',
  severity: 'error',
  group: 'network',
  on: 'service',
  since: '0.1.0',
  sources: ['R297', 'R298', 'error:awsvpc-needs-netcfg'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'No networkConfiguration for tasks with an interface of their own: on Fargate, or with networkMode awsvpc in the task definition.',
    why: 'Each such task gets a network interface in one of your subnets, and ECS does not choose them: "Network Configuration must be provided when networkMode \'awsvpc\' is specified."',
    instead:
      'Add networkConfiguration.awsvpcConfiguration with the subnets, and with the security groups of the tasks.',
    links: [CREATE_SERVICE, github('tryretool/retool-onpremise/pull/84')],
  },
  check({ service, traits, taskDefinition }, report) {
    const network = service.get('networkConfiguration');
    if (!network.omitted || traits.awsvpc !== true) return;
    if (traits.controller === undefined || traits.controller === 'EXTERNAL') return;
    const mode = taskDefinition?.get('networkMode');
    const related = mode?.known ? [{ at: mode, message: 'The network mode' }] : [];
    report({ at: place(), data: { fargate: traits.fargate === true }, related });

    function place(): At {
      const launchType = service.get('launchType');
      if (launchType.given) return launchType;
      const others = [
        service.get('capacityProviderStrategy'),
        service.get('taskDefinition'),
        service.get('serviceName'),
      ];
      const fact = others.find((other) => other.entry) ?? service;
      return { fact, key: true };
    }
  },
  message: ({ fargate }) =>
    `${fargate ? 'Fargate tasks have' : 'The task definition uses awsvpc, so its tasks have'} a network interface of their own, and ECS refuses the service without networkConfiguration. Add it with the subnets, and with the security groups of the tasks.`,
  fix: (_, { service }) => {
    const value = { awsvpcConfiguration: { subnets: ['subnet-'], securityGroups: ['sg-'] } };
    return [{ title: 'Add networkConfiguration', safe: false, changes: set(service, 'networkConfiguration', value) }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: ⟦FARGATE⟧\n`,
        fixed: `${WEB}launchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets:\n      - subnet-\n    securityGroups:\n      - sg-\n`,
      },
      {
        text: `${WEB}⟦capacityProviderStrategy⟧:\n  - capacityProvider: FARGATE_SPOT\n    weight: 1\n`,
      },
      {
        text: `${WEB}launchType: ⟦EC2⟧\n`,
        taskDefinition:
          'family: web\nnetworkMode: awsvpc\ncontainerDefinitions:\n  - name: web\n    image: nginx\n    memory: 128\n',
      },
    ],
    valid: [
      { text: `${WEB}launchType: FARGATE\n${NETWORK}` },
      { text: `${WEB}launchType: EC2\n` },
      { text: 'serviceName: web\ndeploymentController:\n  type: EXTERNAL\n' },
    ],
  },
});
