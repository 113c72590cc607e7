import { list, optional, required, structure, text } from '../fields';
import { assumed, documented } from '../meta';

const advancedConfiguration = structure('VpcLatticeAdvancedConfiguration', {
  alternateTargetGroupArn: optional(text(), {
    doc: `The second VPC Lattice target group, by ARN. The two take turns: each deployment fills the idle one.`,
    needed: documented(true, 'developer guide, blue/green resources'),
    arn: { takes: ['lattice-target-group'] },
    rank: 1,
  }),
  productionListenerRule: optional(text(), {
    doc: `The VPC Lattice rule or listener whose weights ECS changes to move production traffic, by ARN.`,
    needed: documented(true, 'developer guide, blue/green resources'),
    arn: { takes: ['lattice-listener-rule', 'lattice-listener'] },
    rank: 1,
  }),
  testListenerRule: optional(text(), {
    doc: `The VPC Lattice rule or listener by which the new tasks can be tried out before production traffic moves, by ARN.`,
    arn: { takes: ['lattice-listener-rule', 'lattice-listener'] },
    rank: 2,
  }),
});

const latticeConfiguration = structure('VpcLatticeConfiguration', {
  roleArn: required(text(), {
    doc: `The infrastructure role with which ECS registers the tasks in VPC Lattice, by ARN. It has to trust ecs.amazonaws.com.`,
    arn: { takes: ['role'] },
    guide: 'infrastructure_IAM_role.html',
    rank: 1,
  }),
  targetGroupArn: required(text(), {
    doc: `The VPC Lattice target group, by ARN (\`arn:aws:vpc-lattice:…:targetgroup/tg-…\`). It is another thing than a target group of
      Elastic Load Balancing, and has to be of type IP or instance as the tasks are.`,
    arn: { takes: ['lattice-target-group'] },
    rank: 1,
  }),
  portName: required(text(), {
    doc: `The named port of the task definition that takes the traffic: the name of a portMapping.`,
    names: 'refers port',
    rank: 1,
  }),
  advancedConfiguration: optional(advancedConfiguration, {
    doc: `What BLUE_GREEN, LINEAR and CANARY need to move VPC Lattice traffic: a second target group and the rule to change. The role is that of
      the entry.`,
    guide: 'deployment-type-blue-green.html',
    snippet: {
      alternateTargetGroupArn: '«arn:aws:vpc-lattice:»',
      productionListenerRule: '«arn:aws:vpc-lattice:»',
    },
  }),
});

export const lattice = {
  vpcLatticeConfigurations: optional(
    list(latticeConfiguration, {
      uniqueBy: assumed(['targetGroupArn', 'portName'], 'the same port in the same target group twice'),
    }),
    {
      doc: `VPC Lattice target groups in which ECS registers the tasks, so that other VPCs and accounts can call them without a load balancer.
        Health is watched there too. A change starts a deployment.`,
      guide: 'ecs-vpc-lattice.html',
      since: '2026',
      update: 'deploys',
      snippet: [{ roleArn: '«arn:aws:iam::»', targetGroupArn: '«arn:aws:vpc-lattice:»', portName: '«http»' }],
    },
  ),
};
