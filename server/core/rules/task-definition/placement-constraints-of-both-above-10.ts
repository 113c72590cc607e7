import { REGISTER_TASK_DEFINITION } from '../links';
import { defineRule } from '../rule';
import { keyOf } from './parts';
import { ec2Task, ON_EC2 } from './samples';

interface Data {
  here: number;
  there: number;
}

/** Constraints of the service and of its task definition together. Source: RegisterTaskDefinition placementConstraints. */
const MOST = 10;

const constraints = (count: number) =>
  `placementConstraints:\n${Array.from({ length: count }, (_, i) => `  - type: memberOf\n    expression: attribute:rack${i} exists\n`).join('')}`;

export default defineRule<Data>({
  id: 'placement-constraints-of-both-above-10',
  severity: 'warning',
  group: 'task-definition',
  on: 'service',
  since: '0.1.0',
  sources: ['R280'],
  docs: {
    what: 'More than 10 placement constraints in the service and its task definition together.',
    why: 'AWS documents one limit of 10 for both: a task carries the constraints of its definition and of what starts it.',
    instead: 'Join expressions with and, or leave some out.',
    links: [REGISTER_TASK_DEFINITION],
  },
  check({ service, taskDefinition }, report) {
    const own = service.get('placementConstraints');
    const theirs = taskDefinition?.get('placementConstraints');
    const [here, there] = [own.count, theirs?.count];
    if (!theirs || !here || !there || here > MOST || there > MOST || here + there <= MOST) return;
    report({
      at: keyOf(own),
      data: { here, there },
      related: [{ at: keyOf(theirs), message: 'The constraints of the task definition' }],
    });
  },
  message: ({ here, there }) =>
    `${here} placement constraints here and ${there} in the task definition make ${here + there}, and AWS documents at most ${MOST} for both together. Join expressions with "and", or leave some out.`,
  examples: {
    invalid: [
      {
        text: `${ON_EC2}${constraints(6).replace('placementConstraints', '⟦placementConstraints⟧')}`,
        taskDefinition: ec2Task('', constraints(5)),
      },
    ],
    valid: [{ text: `${ON_EC2}${constraints(5)}`, taskDefinition: ec2Task('', constraints(5)) }],
  },
});
