import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { quote } from '../words';
import { type IdData, splitIds, wrongIds } from './vpc-ids';

const network = (group: string) =>
  `${WEB}launchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [subnet-0a1b2c3d]\n    securityGroups: [${group}]\n`;

export default defineRule<IdData>({
  id: 'not-a-security-group-id',
  severity: 'warning',
  group: 'network',
  on: 'service',
  since: '0.1.0',
  sources: ['R310'],
  docs: {
    what: 'A security group that is not written as an id.',
    why: 'ECS takes security groups by id: sg- and 8 or 17 hexadecimal digits. Names, such as default, are not found.',
    instead: 'Write the id of the security group, as the VPC console shows it.',
    links: [guide('task-networking')],
  },
  check({ service }, report) {
    for (const found of wrongIds(
      service.get('networkConfiguration').get('awsvpcConfiguration').get('securityGroups'),
      'sg-',
    ))
      report(found);
  },
  message: ({ value, looksLike, several }) => {
    if (several)
      return `${quote(value)} holds ${several.length} ids in one item, and ECS looks for a single security group of that name. Give each id an item of its own.`;
    if (value.startsWith('sg-'))
      return `${quote(value)} is no complete security group id: they have 8 or 17 hexadecimal digits after sg-. Check it.`;
    return `${quote(value)} is no security group id${looksLike ? ` but ${looksLike}` : ''}: ECS takes groups by id, such as sg-0a1b2c3d, not by name. Write the id.`;
  },
  fix: splitIds,
  examples: {
    invalid: [
      {
        text: network('⟦"sg-0a1b2c3d,sg-4e5f6a7b"⟧'),
        fixed: network('"sg-0a1b2c3d", sg-4e5f6a7b'),
      },
      { text: network('⟦default⟧') },
      { text: network('⟦sg-web⟧') },
    ],
    valid: [{ text: network('sg-0a1b2c3d, sg-0123456789abcdef0') }],
  },
});
