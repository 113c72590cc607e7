import { guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';
import { quote } from '../words';
import { type IdData, splitIds, wrongIds } from './vpc-ids';

const network = (subnet: string) =>
  `${WEB}launchType: FARGATE\nnetworkConfiguration:\n  awsvpcConfiguration:\n    subnets: [${subnet}]\n`;

export default defineRule<IdData>({
  id: 'not-a-subnet-id',
  severity: 'warning',
  group: 'network',
  on: 'service',
  since: '0.1.0',
  sources: ['R309'],
  docs: {
    what: 'A subnet that is not written as an id.',
    why: 'ECS takes subnets by id: subnet- and 8 or 17 hexadecimal digits. Names, ARNs and ids of other things are not found.',
    instead: 'Write the id of the subnet, as the VPC console shows it.',
    links: [guide('task-networking')],
  },
  check({ service }, report) {
    for (const found of wrongIds(
      service.get('networkConfiguration').get('awsvpcConfiguration').get('subnets'),
      'subnet-',
    ))
      report(found);
  },
  message: ({ value, looksLike, several }) => {
    if (several)
      return `${quote(value)} holds ${several.length} ids in one item, and ECS looks for a single subnet of that name. Give each id an item of its own.`;
    if (value.startsWith('subnet-'))
      return `${quote(value)} is no complete subnet id: they have 8 or 17 hexadecimal digits after subnet-. Check it.`;
    return `${quote(value)} is no subnet id${looksLike ? ` but ${looksLike}` : ''}: ECS takes subnets by id, such as subnet-0a1b2c3d. Write the id.`;
  },
  fix: splitIds,
  examples: {
    invalid: [
      {
        text: network('⟦"subnet-0a1b2c3d,subnet-4e5f6a7b"⟧'),
        fixed: network('"subnet-0a1b2c3d", subnet-4e5f6a7b'),
      },

      { text: network('⟦private-a⟧, subnet-0a1b2c3d') },
      { text: network('⟦sg-0a1b2c3d⟧') },
      { text: network('⟦subnet-web1⟧') },
    ],
    valid: [{ text: network('subnet-0a1b2c3d, subnet-0123456789abcdef0') }, { text: network('YOUR_SUBNET_ID') }],
  },
});
