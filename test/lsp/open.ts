import { type StartOptions, start } from './client';

/** A service with a load balancer, so that it names a container of the task definition. */
export const SERVICE = `serviceName: web
cluster: main
taskDefinition: web
desiredCount: 2
launchType: EC2
loadBalancers:
  - targetGroupArn: arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef
    containerName: app
    containerPort: 80
deploymentConfiguration:
  minimumHealthyPercent: 50
  maximumPercent: 150
`;
const TASK_DEFINITION = `{
  "family": "web",
  "containerDefinitions": [
    {"name": "app", "image": "nginx", "memory": 64, "portMappings": [{"containerPort": 80}]}
  ]
}
`;
export const FILES = { 'taskdef.json': TASK_DEFINITION };

/** A client with the real editor features, and the service open beside its task definition. */
export async function open(options: StartOptions = {}, text = SERVICE) {
  const client = await start({ files: FILES, ...options, features: () => import('../../server/core/ide') });
  client.open('service.yaml', text);
  const textDocument = { uri: client.uri('service.yaml') };
  const at = (find: string, plus = 0) => ({ textDocument, position: client.at('service.yaml', find, plus) });
  return { client, textDocument, at };
}
