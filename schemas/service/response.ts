import { anything, choice, integer, list, optional, structure, text } from '../fields';

const STRIP = 'Part of what ECS answers, not of what it takes: remove it before using the file as an input.';

/** Members of a DescribeServices answer that no request has. Files pasted from `describe-services` carry them. */
export const responseService = structure('Service', {
  serviceArn: optional(text(), {
    doc: `The ARN that the service got when it was created. ${STRIP} An update names its service in \`service\`.`,
    arn: { takes: ['service'] },
  }),
  clusterArn: optional(text(), {
    doc: `The ARN of the cluster the service is in. ${STRIP} In a request the member is called \`cluster\`.`,
    arn: { takes: ['cluster'] },
  }),
  status: optional(
    choice({ ACTIVE: 'In service.', DRAINING: 'Deleted, tasks still stopping.', INACTIVE: 'Deleted.' }),
    {
      doc: `Whether the service is active, being deleted, or gone. ${STRIP}`,
    },
  ),
  runningCount: optional(integer(), {
    doc: `How many tasks were running at the time of the answer. ${STRIP}`,
    unit: 'tasks',
  }),
  pendingCount: optional(integer(), {
    doc: `How many tasks were on their way up at the time of the answer. ${STRIP}`,
    unit: 'tasks',
  }),
  platformFamily: optional(text(), {
    doc: `The operating system that the Fargate tasks run on. ${STRIP} The task definition decides it in runtimePlatform.`,
  }),
  taskSets: optional(list(anything()), {
    doc: `The task sets under CODE_DEPLOY or EXTERNAL. ${STRIP}`,
  }),
  deployments: optional(list(anything()), {
    doc: `The deployments that were under way or last completed. ${STRIP}`,
  }),
  roleArn: optional(text(), {
    doc: `The role that registers targets. ${STRIP} In a request the member is called \`role\`.`,
    arn: { takes: ['role'] },
  }),
  events: optional(list(anything()), {
    doc: `The last hundred events of the service. ${STRIP}`,
  }),
  createdAt: optional(text(), {
    doc: `When the service was created. ${STRIP}`,
  }),
  createdBy: optional(text(), {
    doc: `Who created the service. ${STRIP}`,
  }),
  currentServiceDeployment: optional(text(), {
    doc: `The ARN of the deployment under way. ${STRIP}`,
    since: '2026',
  }),
  currentServiceRevisions: optional(list(anything()), {
    doc: `The revisions that have tasks at the moment, with their counts. ${STRIP}`,
    since: '2026',
  }),
  resourceManagementType: optional(text(), {
    doc: `Whether you or an ECS Express service looks after the resources around it. ${STRIP}`,
    since: '2026',
  }),
});

/** The same for DescribeTaskDefinition. */
export const responseTaskDefinition = structure('TaskDefinition', {
  taskDefinitionArn: optional(text(), {
    doc: `The ARN that the revision got when it was registered. ${STRIP}`,
    arn: { takes: ['task-definition'] },
  }),
  revision: optional(integer(), {
    doc: `The number of the revision. ${STRIP} Registering makes the next number by itself.`,
  }),
  status: optional(choice({ ACTIVE: 'Can be run.', INACTIVE: 'Deregistered.', DELETE_IN_PROGRESS: 'Being deleted.' }), {
    doc: `Whether the revision can be run. ${STRIP}`,
  }),
  requiresAttributes: optional(list(anything()), {
    doc: `What an instance has to offer to run it, as ECS worked it out. ${STRIP}`,
  }),
  compatibilities: optional(list(text()), {
    doc: `The launch types that ECS found it fit for. ${STRIP} What you ask for stands in requiresCompatibilities.`,
  }),
  registeredAt: optional(text(), {
    doc: `When the revision was registered. ${STRIP}`,
  }),
  registeredBy: optional(text(), {
    doc: `Who registered the revision. ${STRIP}`,
  }),
  deregisteredAt: optional(text(), {
    doc: `When the revision was deregistered. ${STRIP}`,
  }),
  deleteRequestedAt: optional(text(), {
    doc: `When the deletion of the revision was asked for. ${STRIP}`,
    since: '2026',
  }),
});
