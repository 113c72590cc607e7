import type { Profile } from '../../server/core/model/profile';
import type { Traits } from '../../server/core/model/traits';
import type { CaseWithFiles } from '../rules/edges/edges';
import { TEMPLATE } from '../rules/edges/edges';

/** A service as fragment or file, and what is to be known of it; `undefined` is an answer too: the file does not decide. */
export type TraitsCase = CaseWithFiles & { traits: Partial<Traits> };

const of = (text: string, traits: Partial<Traits>, more: Partial<CaseWithFiles> = {}): TraitsCase => ({
  text,
  traits,
  ...more,
});
const providers = (...names: string[]) =>
  `{capacityProviderStrategy: [${names.map((name) => `{capacityProvider: ${name}, weight: 1}`).join(', ')}]}`;
const UPDATE: { profile: Profile } = { profile: 'update-service' };
const CLASSIC = 'loadBalancerName: web, containerName: web, containerPort: 80';
const NOT_KNOWN = { fargate: undefined, ownCapacity: undefined, launch: undefined, awsvpc: undefined };

export const TRAITS_CASES: readonly TraitsCase[] = [
  // The defaults of ECS hold for what a new service leaves out, and not for what an update does.
  of('{launchType: EC2}', {
    controller: 'ECS',
    scheduling: 'REPLICA',
    strategy: 'ROLLING',
    loadBalanced: false,
    classicLoadBalancer: false,
    serviceConnect: false,
  }),
  of(
    'service: web\nenableExecuteCommand: true\n',
    {
      controller: undefined,
      scheduling: undefined,
      strategy: undefined,
      loadBalanced: undefined,
      classicLoadBalancer: undefined,
      serviceConnect: undefined,
    },
    UPDATE,
  ),
  // What an update gives may tell what the service must be: others refuse it.
  of('service: web\ndesiredCount: 2\n', { scheduling: 'REPLICA', controller: undefined }, UPDATE),
  of('service: web\ncapacityProviderStrategy: []\nplacementStrategy: []\n', { scheduling: undefined }, UPDATE),
  of('service: web\nplacementStrategy: [{type: random}]\n', { scheduling: 'REPLICA' }, UPDATE),
  of(
    'service: web\ncapacityProviderStrategy:\n  - capacityProvider: asg\n    weight: 1\n',
    { scheduling: 'REPLICA' },
    UPDATE,
  ),
  of('service: web\ndesiredCount: 2\nloadBalancers: []\n', { loadBalanced: false, classicLoadBalancer: false }, UPDATE),
  of(
    'service: web\ndesiredCount: 2\nserviceConnectConfiguration:\n  enabled: false\n',
    { serviceConnect: false },
    UPDATE,
  ),
  of(
    'service: web\ndesiredCount: 2\ndeploymentController:\n  type: ECS\ndeploymentConfiguration:\n  strategy: CANARY\n',
    { controller: 'ECS', strategy: 'CANARY' },
    UPDATE,
  ),
  ...(['ECS', 'CODE_DEPLOY', 'EXTERNAL'] as const).map((controller) =>
    of(`{deploymentController: {type: ${controller}}}`, { controller }),
  ),
  ...(['REPLICA', 'DAEMON'] as const).map((scheduling) => of(`{schedulingStrategy: ${scheduling}}`, { scheduling })),
  ...(['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'] as const).map((strategy) =>
    of(`{deploymentConfiguration: {strategy: ${strategy}}}`, { strategy }),
  ),
  of(
    `{deploymentController: {type: ${TEMPLATE}}, schedulingStrategy: ${TEMPLATE}, deploymentConfiguration: {strategy: ${TEMPLATE}}}`,
    { controller: undefined, scheduling: undefined, strategy: undefined },
  ),
  of('{deploymentController: {type: ecs}, schedulingStrategy: daemon, deploymentConfiguration: {strategy: rolling}}', {
    controller: undefined,
    scheduling: undefined,
    strategy: undefined,
  }),
  // Where tasks run.
  of('{launchType: FARGATE}', { launch: 'FARGATE', fargate: true, ownCapacity: false, awsvpc: true }),
  of('{launchType: EC2}', { launch: 'EC2', fargate: false, ownCapacity: true, awsvpc: undefined }),
  of('{launchType: EXTERNAL}', { launch: 'EXTERNAL', fargate: false, ownCapacity: true }),
  of('{launchType: MANAGED_INSTANCES}', { launch: 'MANAGED_INSTANCES', fargate: false, ownCapacity: true }),
  of('{cluster: main}', NOT_KNOWN),
  of('{launchType: Fargate}', NOT_KNOWN),
  of('{launchType: FARGATE_SPOT}', NOT_KNOWN),
  of(`{launchType: ${TEMPLATE}}`, NOT_KNOWN),
  of(`{launchType: ${TEMPLATE}, ${providers('FARGATE').slice(1)}`, NOT_KNOWN),
  of(`{launchType: ${TEMPLATE}, ${providers('asg').slice(1)}`, NOT_KNOWN),
  of(providers('FARGATE'), { launch: 'FARGATE', fargate: true, ownCapacity: false, awsvpc: true }),
  of(providers('asg', 'FARGATE_SPOT'), { fargate: true, ownCapacity: false }),
  of(providers('asg'), { launch: undefined, fargate: false, ownCapacity: true }),
  of(providers('fargate_spot'), NOT_KNOWN),
  of(providers('asg', 'fargate'), NOT_KNOWN),
  of(providers('asg', TEMPLATE), { fargate: undefined, ownCapacity: undefined }),
  of(providers(TEMPLATE, 'FARGATE'), { fargate: true, ownCapacity: false }),
  of('{capacityProviderStrategy: []}', NOT_KNOWN),
  of(`{capacityProviderStrategy: ${TEMPLATE}}`, NOT_KNOWN),
  // The network, from the task definition first.
  of('{launchType: EC2}', { awsvpc: true }, { taskDefinition: '{networkMode: awsvpc}' }),
  of('{launchType: EC2}', { awsvpc: false }, { taskDefinition: '{networkMode: host}' }),
  of('{launchType: EC2}', { awsvpc: false }, { taskDefinition: '{cpu: "256"}' }),
  of('{launchType: EC2}', { awsvpc: undefined }, { taskDefinition: `{networkMode: ${TEMPLATE}}` }),
  of('{launchType: FARGATE}', { awsvpc: false }, { taskDefinition: '{networkMode: bridge}' }),
  of('{launchType: FARGATE}', { awsvpc: true }, { taskDefinition: '{cpu: "256"}' }),
  of('{launchType: EC2, networkConfiguration: {awsvpcConfiguration: {subnets: [subnet-0a1b2c3d]}}}', { awsvpc: true }),
  of('{launchType: EC2, networkConfiguration: {}}', { awsvpc: undefined }),
  // Load balancers and Service Connect.
  of(`{loadBalancers: [{${CLASSIC}}]}`, { loadBalanced: true, classicLoadBalancer: true }),
  of('{loadBalancers: [{targetGroupArn: a, containerName: web, containerPort: 80}]}', {
    loadBalanced: true,
    classicLoadBalancer: false,
  }),
  of(`{loadBalancers: [{loadBalancerName: ${TEMPLATE}, containerName: web, containerPort: 80}]}`, {
    loadBalanced: true,
    classicLoadBalancer: undefined,
  }),
  of(`{loadBalancers: [{loadBalancerName: ${TEMPLATE}}, {${CLASSIC}}]}`, { classicLoadBalancer: true }),
  of('{loadBalancers: []}', { loadBalanced: false, classicLoadBalancer: false }),
  of(`{loadBalancers: ${TEMPLATE}}`, { loadBalanced: undefined, classicLoadBalancer: undefined }),
  of('{serviceConnectConfiguration: {enabled: true}}', { serviceConnect: true }),
  of('{serviceConnectConfiguration: {enabled: false}}', { serviceConnect: false }),
  of(`{serviceConnectConfiguration: {enabled: ${TEMPLATE}}}`, { serviceConnect: undefined }),
  of('{serviceConnectConfiguration: {namespace: shop}}', { serviceConnect: undefined }),
];
