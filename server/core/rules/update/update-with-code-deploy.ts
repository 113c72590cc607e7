import type { Fact } from '../../model/fact';
import { factOf, remove } from '../fixes';
import { github, UPDATE_SERVICE } from '../links';
import { defineRule } from '../rule';

interface Data {
  name: string;
}

/** What CodeDeploy changes, and UpdateService therefore refuses. Source: recorded errors cd-td, cd-net, cd-lb. */
const REFUSED = ['taskDefinition', 'networkConfiguration', 'loadBalancers'] as const;

const update = (members: string) => `service: web\ndeploymentController:\n  type: CODE_DEPLOY\n${members}`;

export default defineRule<Data>({
  id: 'update-with-code-deploy',
  severity: 'error',
  group: 'update',
  on: 'service',
  since: '0.1.0',
  sources: ['error:cd-td', 'issue:aws/aws-cdk#36012', 'issue:aws/containers-roadmap#631'],
  profiles: ['update-service'],
  docs: {
    what: 'An update that names the CODE_DEPLOY controller and changes the task definition, the network or the load balancers, or forces a new deployment.',
    why: 'There deployments belong to CodeDeploy: "Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment." And for forceNewDeployment: "Cannot force a new deployment on services with a CODE_DEPLOY deployment controller."',
    instead: 'Remove the member, and start a CodeDeploy deployment for the change.',
    links: [UPDATE_SERVICE, github('aws/aws-cdk/issues/36012'), github('aws/containers-roadmap/issues/631')],
  },
  check({ service, traits }, report) {
    if (traits.controller !== 'CODE_DEPLOY') return;
    const related = [{ at: service.get('deploymentController').get('type'), message: 'The controller' }];
    for (const name of REFUSED) {
      const fact = service.get(name) as Fact;
      if (fact.known && fact.count !== 0) report({ at: { fact, key: true }, data: { name }, related });
    }
    const force = (service as unknown as Fact<{ forceNewDeployment?: boolean }>).get('forceNewDeployment');
    if (force.is(true))
      report({ at: { fact: force as Fact, key: true }, data: { name: 'forceNewDeployment' }, related });
  },
  message: ({ name }) =>
    `Under the CODE_DEPLOY controller ECS refuses an update with ${name}: deployments are made by CodeDeploy. Remove it here, and start a CodeDeploy deployment for the change.`,
  fix: ({ at, data }) => [{ title: `Remove ${data.name}`, safe: false, changes: remove(factOf(at)) }],
  examples: {
    invalid: [
      {
        profile: 'update-service',
        text: update('desiredCount: 2\n⟦taskDefinition⟧: web:2\n'),
        fixed: update('desiredCount: 2\n'),
      },
      {
        profile: 'update-service',
        text: update('desiredCount: 2\n⟦forceNewDeployment⟧: true\n'),
        fixed: update('desiredCount: 2\n'),
      },
    ],
    valid: [
      { profile: 'update-service', text: update('desiredCount: 2\nforceNewDeployment: false\n') },
      { profile: 'update-service', text: 'service: web\ntaskDefinition: web:2\nforceNewDeployment: true\n' },
    ],
  },
});
