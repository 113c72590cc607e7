// Written by `npm run generate` from the schemas. Do not edit.
import type { ObjectShape, Shape } from '../shape';

const shared0: Record<string, Shape> = {
capacityProvider: { type: "string", enum: ["FARGATE", "FARGATE_SPOT"], open: true, required: true, rank: 1, names: { kind: "capacity-provider", role: "refers" } },
weight: { type: "integer", min: 0, max: 1000, default: { value: 0 }, rank: 1 },
base: { type: "integer", min: 0, max: 100000, default: { value: 0 }, unit: "tasks", rank: 2 },
};

const shared1: Record<string, Shape> = {
name: { type: "string", required: true, rank: 1, names: { kind: "environment-variable", role: "defines" } },
valueFrom: { type: "string", required: true, rank: 1, arn: { takes: ["secret", "parameter"], short: "parameter-name" } },
};

const shared2: Record<string, Shape> = {
logDriver: { type: "string", enum: ["awslogs", "awsfirelens", "splunk", "json-file", "fluentd", "gelf", "journald", "syslog"], required: true, rank: 1 },
options: { type: "map", value: { type: "string" }, keys: { "awslogs-group": { required: true, when: ["awslogs"] }, "awslogs-region": { required: true, when: ["awslogs"] }, "awslogs-stream-prefix": { when: ["awslogs"] }, "awslogs-create-group": { values: ["true", "false"], when: ["awslogs"] }, "awslogs-datetime-format": { when: ["awslogs"] }, "awslogs-multiline-pattern": { when: ["awslogs"] }, "splunk-url": { required: true, when: ["splunk"] }, "splunk-token": { required: true, secret: true, when: ["splunk"] }, "splunk-source": { when: ["splunk"] }, "splunk-sourcetype": { when: ["splunk"] }, "splunk-index": { when: ["splunk"] }, "splunk-format": { values: ["inline", "json", "raw"], when: ["splunk"] }, "splunk-insecureskipverify": { values: ["true", "false"], when: ["splunk"] }, Name: { when: ["awsfirelens"] }, region: { when: ["awsfirelens"] }, delivery_stream: { when: ["awsfirelens"] }, stream: { when: ["awsfirelens"] }, bucket: { when: ["awsfirelens"] }, total_file_size: { when: ["awsfirelens"] }, upload_timeout: { when: ["awsfirelens"] }, use_put_object: { values: ["On", "Off"], when: ["awsfirelens"] }, Host: { when: ["awsfirelens"] }, Port: { when: ["awsfirelens"] }, Index: { when: ["awsfirelens"] }, Type: { when: ["awsfirelens"] }, Aws_auth: { values: ["On", "Off"], when: ["awsfirelens"] }, Aws_region: { when: ["awsfirelens"] }, Suppress_Type_Name: { values: ["On", "Off"], when: ["awsfirelens"] }, tls: { values: ["On", "Off"], when: ["awsfirelens"] }, "log-driver-buffer-limit": { when: ["awsfirelens"] }, mode: { values: ["non-blocking", "blocking"] }, "max-buffer-size": {  } }, rank: 1 },
secretOptions: { type: "list", uniqueBy: ["name"], item: { type: "object", members: shared1 }, enforced: { uniqueBy: "doc" } },
};

const shared3: Record<string, Shape> = {
key: { type: "string", minLength: 1, maxLength: 128, pattern: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*", patternHelp: "letters, digits, spaces and _ . : / = + - @", needed: "doc", rank: 1, enforced: { pattern: "doc" } },
value: { type: "string", minLength: 0, maxLength: 256, pattern: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*", patternHelp: "letters, digits, spaces and _ . : / = + - @", default: { text: "an empty value" }, rank: 1, enforced: { pattern: "doc" } },
};

export const service: ObjectShape = { type: "object", members: {
serviceName: { type: "string", minLength: 1, maxLength: 255, pattern: "[A-Za-z0-9_-]*", patternHelp: "letters, digits, hyphens and underscores", required: true, rank: 1, update: "refused", names: { kind: "service", role: "defines" }, enforced: { minLength: "doc", maxLength: "recorded", pattern: "recorded" } },
cluster: { type: "string", default: { value: "default" }, rank: 1, update: "locates", arn: { takes: ["cluster"], short: "name" }, names: { kind: "cluster", role: "refers" } },
taskDefinition: { type: "string", rank: 1, update: "deploys", arn: { takes: ["task-definition"], short: "family-revision" }, names: { kind: "family", role: "refers" } },
desiredCount: { type: "integer", min: 0, default: { text: "none: REPLICA needs a value on create", cases: [{ when: "schedulingStrategy is DAEMON", text: "one task on each matching instance" }, { when: "the service exists", text: "stays as it is" }] }, unit: "tasks", rank: 1, update: "in-place", nullable: true, enforced: { min: "doc" } },
launchType: { type: "string", enum: ["FARGATE", "EC2", "EXTERNAL", "MANAGED_INSTANCES"], default: { text: "the default capacity provider strategy of the cluster; EC2 when it has none" }, rank: 1, update: "refused" },
capacityProviderStrategy: { type: "list", maxItems: 20, uniqueBy: ["capacityProvider"], item: { type: "object", members: shared0 }, default: { text: "the default strategy of the cluster" }, rank: 2, update: "in-place", enforced: { maxItems: "doc", uniqueBy: "doc" } },
platformVersion: { type: "string", enum: ["LATEST", "1.4.0", "1.3.0", "1.0.0"], open: true, default: { value: "LATEST", cases: [{ when: "the tasks do not run on Fargate", text: "none, and none may be given" }] }, rank: 2, update: "deploys" },
networkConfiguration: { type: "object", members: {
awsvpcConfiguration: { type: "object", members: {
subnets: { type: "list", minItems: 1, maxItems: 16, uniqueBy: [], item: { type: "string", names: { kind: "subnet", role: "refers" } }, required: true, rank: 1, enforced: { minItems: "recorded", maxItems: "recorded", uniqueBy: "assumption" } },
securityGroups: { type: "list", maxItems: 5, uniqueBy: [], item: { type: "string", names: { kind: "security-group", role: "refers" } }, default: { text: "the default security group of the VPC" }, rank: 1, enforced: { maxItems: "doc", uniqueBy: "assumption" } },
assignPublicIp: { type: "string", enum: ["ENABLED", "DISABLED"], default: { value: "DISABLED" }, rank: 1 },
}, needed: "assumption", rank: 1 },
}, rank: 1, update: "deploys" },
healthCheckGracePeriodSeconds: { type: "integer", min: 0, max: 2147483647, default: { value: 0 }, unit: "seconds", rank: 1, update: "in-place", enforced: { min: "doc", max: "doc" } },
loadBalancers: { type: "list", maxItems: 5, uniqueBy: ["targetGroupArn", "loadBalancerName", "containerName", "containerPort"], item: { type: "object", members: {
targetGroupArn: { type: "string", rank: 1, arn: { takes: ["target-group"] } },
loadBalancerName: { type: "string", names: { kind: "load-balancer", role: "refers" } },
containerName: { type: "string", needed: "recorded", rank: 1, names: { kind: "container", role: "refers" } },
containerPort: { type: "integer", min: 1, max: 65535, needed: "doc", rank: 1, enforced: { min: "assumption", max: "assumption" } },
advancedConfiguration: { type: "object", members: {
alternateTargetGroupArn: { type: "string", needed: "doc", since: "2026", rank: 1, arn: { takes: ["target-group"] } },
productionListenerRule: { type: "string", needed: "doc", since: "2026", rank: 1, arn: { takes: ["listener-rule", "listener"] } },
testListenerRule: { type: "string", since: "2026", rank: 2, arn: { takes: ["listener-rule", "listener"] } },
roleArn: { type: "string", needed: "doc", since: "2026", rank: 1, arn: { takes: ["role"] } },
}, since: "2026" },
} }, rank: 1, update: "deploys", enforced: { maxItems: "recorded", uniqueBy: "assumption" } },
serviceRegistries: { type: "list", maxItems: 1, item: { type: "object", members: {
registryArn: { type: "string", needed: "assumption", rank: 1, arn: { takes: ["registry"] } },
port: { type: "integer", min: 1, max: 65535, enforced: { min: "assumption", max: "assumption" } },
containerName: { type: "string", rank: 2, names: { kind: "container", role: "refers" } },
containerPort: { type: "integer", min: 1, max: 65535, rank: 2, enforced: { min: "assumption", max: "assumption" } },
} }, update: "deploys", enforced: { maxItems: "recorded" } },
deploymentController: { type: "object", members: {
type: { type: "string", enum: ["ECS", "CODE_DEPLOY", "EXTERNAL"], required: true, default: { value: "ECS" }, rank: 1 },
}, default: { text: "ECS" }, rank: 2, update: "in-place" },
deploymentConfiguration: { type: "object", members: {
strategy: { type: "string", enum: ["ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"], default: { value: "ROLLING" }, since: "2026", rank: 2 },
maximumPercent: { type: "integer", min: 0, default: { value: 200, cases: [{ when: "schedulingStrategy is DAEMON", value: 100 }] }, unit: "percent", rank: 1, enforced: { min: "assumption" } },
minimumHealthyPercent: { type: "integer", min: 0, max: 100, default: { value: 100, cases: [{ when: "schedulingStrategy is DAEMON", value: 0 }] }, unit: "percent", rank: 1, enforced: { min: "assumption", max: "recorded" } },
deploymentCircuitBreaker: { type: "object", members: {
enable: { type: "boolean", required: true, since: "BOTO3-2024", rank: 1 },
rollback: { type: "boolean", required: true, since: "BOTO3-2024", rank: 1 },
resetOnHealthyTask: { type: "boolean", default: { value: true }, since: "2026" },
thresholdConfiguration: { type: "object", members: {
type: { type: "string", enum: ["BOUNDED_PERCENT", "UNBOUNDED_PERCENT", "COUNT"], required: true, default: { value: "BOUNDED_PERCENT" }, since: "2026", rank: 1 },
value: { type: "integer", min: 1, required: true, default: { value: 50 }, since: "2026", rank: 1, enforced: { min: "assumption" } },
}, default: { text: "BOUNDED_PERCENT 50: half of the desired count, at least 3, at most 200" }, since: "2026" },
}, default: { text: "off" }, since: "BOTO3-2024", rank: 1 },
alarms: { type: "object", members: {
alarmNames: { type: "list", uniqueBy: [], item: { type: "string", names: { kind: "alarm", role: "refers" } }, required: true, since: "BOTO3-2024", rank: 1, enforced: { uniqueBy: "assumption" } },
rollback: { type: "boolean", required: true, since: "BOTO3-2024", rank: 1 },
enable: { type: "boolean", required: true, since: "BOTO3-2024", rank: 1 },
}, default: { text: "none" }, since: "BOTO3-2024", rank: 2 },
bakeTimeInMinutes: { type: "integer", min: 0, max: 1440, unit: "minutes", since: "2026", rank: 2, enforced: { min: "doc", max: "doc" } },
lifecycleHooks: { type: "list", maxItems: 20, item: { type: "object", members: {
targetType: { type: "string", enum: ["AWS_LAMBDA", "PAUSE"], default: { value: "AWS_LAMBDA" }, since: "2026", rank: 2 },
hookTargetArn: { type: "string", since: "2026", rank: 1, arn: { takes: ["lambda"] } },
roleArn: { type: "string", since: "2026", rank: 1, arn: { takes: ["role"] } },
lifecycleStages: { type: "list", uniqueBy: [], item: { type: "string", enum: ["RECONCILE_SERVICE", "PRE_SCALE_UP", "POST_SCALE_UP", "TEST_TRAFFIC_SHIFT", "POST_TEST_TRAFFIC_SHIFT", "PRE_PRODUCTION_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT", "POST_PRODUCTION_TRAFFIC_SHIFT"] }, needed: "doc", since: "2026", rank: 1, enforced: { uniqueBy: "assumption" } },
hookDetails: { type: "document", since: "2026" },
timeoutConfiguration: { type: "object", members: {
timeoutInMinutes: { type: "integer", min: 1, max: 20160, default: { value: 1440 }, unit: "minutes", since: "2026", rank: 1 },
action: { type: "string", enum: ["ROLLBACK", "CONTINUE"], default: { value: "ROLLBACK" }, since: "2026", rank: 1 },
}, default: { text: "ROLLBACK after 1440 minutes" }, since: "2026" },
} }, since: "2026", enforced: { maxItems: "doc" } },
linearConfiguration: { type: "object", members: {
stepPercent: { type: "double", min: 3, max: 100, multipleOf: 0.1, default: { value: 10 }, unit: "percent", since: "2026", rank: 1, enforced: { min: "doc", max: "doc", multipleOf: "doc" } },
stepBakeTimeInMinutes: { type: "integer", min: 0, max: 1440, default: { value: 6 }, unit: "minutes", since: "2026", rank: 1, enforced: { min: "doc", max: "doc" } },
}, default: { text: "10 percent every 6 minutes" }, since: "2026" },
canaryConfiguration: { type: "object", members: {
canaryPercent: { type: "double", min: 0.1, max: 100, multipleOf: 0.1, default: { value: 5 }, unit: "percent", since: "2026", rank: 1, enforced: { min: "doc", max: "doc", multipleOf: "doc" } },
canaryBakeTimeInMinutes: { type: "integer", min: 0, max: 1440, default: { value: 10 }, unit: "minutes", since: "2026", rank: 1, enforced: { min: "doc", max: "doc" } },
}, default: { text: "5 percent for 10 minutes" }, since: "2026" },
earlySuccessCriteria: { type: "object", members: {
enable: { type: "boolean", required: true, default: { value: false }, since: "2026", rank: 1 },
healthyPercent: { type: "integer", min: 0, max: 100, unit: "percent", since: "2026", rank: 1 },
sourceServiceRevisionCleanup: { type: "string", enum: ["BLOCKING", "DEFERRED"], since: "2026", rank: 1 },
}, default: { text: "off" }, since: "2026" },
}, default: { text: "rolling, 100 to 200 percent, no circuit breaker" }, rank: 1, update: "in-place" },
placementConstraints: { type: "list", maxItems: 10, item: { type: "object", members: {
type: { type: "string", enum: ["distinctInstance", "memberOf"], needed: "doc", rank: 1 },
expression: { type: "string", maxLength: 2000, rank: 1, enforced: { maxLength: "doc" } },
} }, update: "in-place", enforced: { maxItems: "doc" } },
placementStrategy: { type: "list", maxItems: 5, item: { type: "object", members: {
type: { type: "string", enum: ["spread", "binpack", "random"], needed: "doc", rank: 1 },
field: { type: "string", enum: ["attribute:ecs.availability-zone", "instanceId", "host", "attribute:ecs.instance-type", "cpu", "memory"], open: true, rank: 1 },
} }, default: { text: "spread over Availability Zones, then the instances with the fewest tasks of the service" }, update: "in-place", enforced: { maxItems: "recorded" } },
availabilityZoneRebalancing: { type: "string", enum: ["ENABLED", "DISABLED"], default: { value: "ENABLED", cases: [{ when: "the service exists", text: "stays as it is; DISABLED when it was never set" }] }, since: "2026", rank: 2, update: "in-place" },
serviceConnectConfiguration: { type: "object", members: {
enabled: { type: "boolean", required: true, since: "BOTO3-2024", rank: 1 },
namespace: { type: "string", default: { text: "the default namespace of the cluster, if it has one" }, since: "BOTO3-2024", rank: 1, arn: { takes: ["namespace"], short: "name" }, names: { kind: "namespace", role: "refers" } },
services: { type: "list", item: { type: "object", members: {
portName: { type: "string", required: true, since: "BOTO3-2024", rank: 1, names: { kind: "port", role: "refers" } },
discoveryName: { type: "string", minLength: 1, maxLength: 64, pattern: "[a-z0-9_][a-z0-9_-]*", patternHelp: "lower-case letters, digits, underscores and hyphens, and does not begin with a hyphen", default: { text: "the portName" }, since: "BOTO3-2024", rank: 2, names: { kind: "discovery", role: "defines" }, enforced: { minLength: "assumption", maxLength: "doc", pattern: "doc" } },
clientAliases: { type: "list", minItems: 1, maxItems: 1, item: { type: "object", members: {
port: { type: "integer", min: 1, max: 65535, required: true, since: "BOTO3-2024", rank: 1, enforced: { min: "assumption" } },
dnsName: { type: "string", minLength: 1, maxLength: 127, pattern: "[a-z0-9_.][a-z0-9_.-]*", patternHelp: "lower-case letters, digits, underscores, hyphens and periods, and does not begin with a hyphen", default: { text: "discoveryName.namespace; portName.namespace when there is no discoveryName" }, since: "BOTO3-2024", rank: 1, names: { kind: "dns", role: "defines" }, enforced: { minLength: "assumption", maxLength: "recorded", pattern: "recorded" } },
testTrafficRules: { type: "object", members: {
header: { type: "object", members: {
name: { type: "string", required: true, since: "2026", rank: 1 },
value: { type: "object", members: {
exact: { type: "string", required: true, since: "2026", rank: 1 },
}, default: { text: "any value" }, since: "2026", rank: 1 },
}, required: true, since: "2026", rank: 1 },
}, default: { text: "the header x-amzn-ecs-blue-green-test" }, since: "2026" },
} }, needed: "recorded", since: "BOTO3-2024", rank: 1, enforced: { minItems: "recorded", maxItems: "recorded" } },
ingressPortOverride: { type: "integer", min: 1025, max: 65535, default: { text: "the container port under awsvpc; a random port under bridge" }, since: "BOTO3-2024", enforced: { min: "recorded" } },
timeout: { type: "object", members: {
idleTimeoutSeconds: { type: "integer", min: 0, max: 2147483647, default: { value: 300, cases: [{ when: "the port mapping has no appProtocol (TCP)", value: 3600 }] }, unit: "seconds", since: "BOTO3-2024", rank: 1 },
perRequestTimeoutSeconds: { type: "integer", min: 0, max: 2147483647, default: { value: 15, text: "15 in practice; the documents name no figure" }, unit: "seconds", since: "BOTO3-2024", rank: 1 },
}, since: "BOTO3-2024" },
tls: { type: "object", members: {
issuerCertificateAuthority: { type: "object", members: {
awsPcaAuthorityArn: { type: "string", needed: "assumption", since: "BOTO3-2024", rank: 1, arn: { takes: ["certificate-authority"] } },
}, required: true, since: "BOTO3-2024", rank: 1 },
kmsKey: { type: "string", default: { text: "an AWS managed key" }, since: "BOTO3-2024", arn: { takes: ["kms-key"], short: "key-id-or-alias" }, names: { kind: "kms-key", role: "refers" } },
roleArn: { type: "string", since: "BOTO3-2024", rank: 1, arn: { takes: ["role"] } },
}, default: { text: "no encryption" }, since: "BOTO3-2024" },
} }, default: { text: "nothing offered: the service is a client" }, since: "BOTO3-2024", rank: 1 },
logConfiguration: { type: "object", members: shared2, default: { text: "the default driver of the Docker daemon; nothing on Fargate" }, since: "BOTO3-2024", rank: 2 },
accessLogConfiguration: { type: "object", members: {
format: { type: "string", enum: ["TEXT", "JSON"], required: true, since: "2026", rank: 1 },
includeQueryParameters: { type: "string", enum: ["ENABLED", "DISABLED"], default: { value: "DISABLED" }, since: "2026" },
}, default: { text: "no access logs" }, since: "2026" },
containerConfigurations: { type: "list", item: { type: "object", union: true, members: {
logLevel: { type: "string", enum: ["info", "debug"], default: { value: "info" }, since: "2026", rank: 1 },
} }, since: "2026" },
}, default: { text: "off" }, since: "BOTO3-2024", rank: 2, update: "deploys" },
vpcLatticeConfigurations: { type: "list", uniqueBy: ["targetGroupArn", "portName"], item: { type: "object", members: {
roleArn: { type: "string", required: true, since: "2026", rank: 1, arn: { takes: ["role"] } },
targetGroupArn: { type: "string", required: true, since: "2026", rank: 1, arn: { takes: ["lattice-target-group"] } },
portName: { type: "string", required: true, since: "2026", rank: 1, names: { kind: "port", role: "refers" } },
advancedConfiguration: { type: "object", members: {
alternateTargetGroupArn: { type: "string", needed: "doc", since: "2026", rank: 1, arn: { takes: ["lattice-target-group"] } },
productionListenerRule: { type: "string", needed: "doc", since: "2026", rank: 1, arn: { takes: ["lattice-listener-rule", "lattice-listener"] } },
testListenerRule: { type: "string", since: "2026", rank: 2, arn: { takes: ["lattice-listener-rule", "lattice-listener"] } },
}, since: "2026" },
} }, since: "2026", update: "deploys", enforced: { uniqueBy: "assumption" } },
gatewayConnectors: { type: "list", maxItems: 1, item: { type: "object", members: {
portName: { type: "string", required: true, since: "2026", rank: 1, names: { kind: "port", role: "refers" } },
healthCheck: { type: "object", members: {
healthCheckProtocol: { type: "string", enum: ["HTTP", "HTTPS"], since: "2026", rank: 1 },
healthCheckPort: { type: "integer", min: 1, max: 65535, since: "2026", rank: 2, enforced: { min: "assumption", max: "assumption" } },
healthCheckPath: { type: "string", since: "2026", rank: 1 },
healthCheckTimeoutSeconds: { type: "integer", min: 1, unit: "seconds", since: "2026", enforced: { min: "assumption" } },
healthCheckIntervalSeconds: { type: "integer", min: 1, unit: "seconds", since: "2026", enforced: { min: "assumption" } },
healthyThresholdCount: { type: "integer", min: 1, since: "2026", enforced: { min: "assumption" } },
unhealthyThresholdCount: { type: "integer", min: 1, since: "2026", enforced: { min: "assumption" } },
matcher: { type: "object", members: {
httpCode: { type: "string", since: "2026", rank: 1 },
grpcCode: { type: "string", since: "2026" },
}, since: "2026" },
}, since: "2026", rank: 2 },
filters: { type: "object", members: {
accessTypes: { type: "list", uniqueBy: [], item: { type: "string", enum: ["PUBLIC", "PRIVATE"] }, default: { text: "not stated by the documents" }, since: "2026", rank: 1, enforced: { uniqueBy: "assumption" } },
}, since: "2026" },
} }, since: "2026", update: "in-place", enforced: { maxItems: "doc" } },
volumeConfigurations: { type: "list", maxItems: 1, uniqueBy: ["name"], item: { type: "object", members: {
name: { type: "string", required: true, since: "BOTO3-2024", rank: 1, names: { kind: "volume", role: "refers" } },
managedEBSVolume: { type: "object", members: {
roleArn: { type: "string", required: true, since: "BOTO3-2024", rank: 1, arn: { takes: ["role"] } },
sizeInGiB: { type: "integer", min: 1, max: 65536, default: { text: "the size of the snapshot" }, unit: "GiB", since: "BOTO3-2024", rank: 1, enforced: { min: "assumption", max: "assumption" } },
volumeType: { type: "string", enum: ["gp3", "gp2", "io2", "io1", "st1", "sc1", "standard"], default: { value: "gp3" }, since: "BOTO3-2024", rank: 1, enforced: { enum: "doc" } },
snapshotId: { type: "string", since: "BOTO3-2024", rank: 2, names: { kind: "snapshot", role: "refers" } },
filesystemType: { type: "string", enum: ["xfs", "ext4", "ext3", "ntfs"], default: { value: "xfs" }, since: "BOTO3-2024", rank: 2 },
iops: { type: "integer", min: 100, max: 256000, default: { cases: [{ when: "volumeType is gp3 or absent", value: 3000 }], text: "none" }, unit: "IOPS", since: "BOTO3-2024", enforced: { min: "assumption", max: "assumption" } },
throughput: { type: "integer", min: 125, max: 2000, default: { cases: [{ when: "volumeType is gp3 or absent", value: 125 }], text: "none" }, unit: "MiB/s", since: "BOTO3-2024", enforced: { min: "assumption", max: "assumption" } },
encrypted: { type: "boolean", default: { value: true }, since: "BOTO3-2024", rank: 2 },
kmsKeyId: { type: "string", default: { text: "the AWS managed key aws/ebs, or the key the account or cluster sets" }, since: "BOTO3-2024", arn: { takes: ["kms-key"], short: "key-id-or-alias" }, names: { kind: "kms-key", role: "refers" } },
volumeInitializationRate: { type: "integer", min: 100, max: 300, default: { text: "blocks are copied when they are first read" }, unit: "MiB/s", since: "2026", enforced: { min: "doc", max: "doc" } },
tagSpecifications: { type: "list", maxItems: 1, uniqueBy: ["resourceType"], item: { type: "object", members: {
resourceType: { type: "string", enum: ["volume"], required: true, since: "BOTO3-2024", rank: 1 },
tags: { type: "list", minItems: 0, maxItems: 50, uniqueBy: ["key"], item: { type: "object", members: shared3 }, since: "BOTO3-2024", rank: 1, enforced: { uniqueBy: "doc" } },
propagateTags: { type: "string", enum: ["SERVICE", "TASK_DEFINITION", "NONE"], default: { value: "NONE" }, since: "BOTO3-2024", rank: 2 },
} }, since: "BOTO3-2024", enforced: { maxItems: "assumption", uniqueBy: "assumption" } },
}, needed: "assumption", since: "BOTO3-2024", rank: 1 },
} }, since: "BOTO3-2024", update: "deploys", enforced: { maxItems: "assumption", uniqueBy: "assumption" } },
monitoring: { type: "object", members: {
metricConfigurations: { type: "list", minItems: 0, maxItems: 5, item: { type: "object", members: {
metricNames: { type: "list", minItems: 1, maxItems: 5, uniqueBy: [], item: { type: "string", enum: ["CPUUtilization", "MemoryUtilization"], enforced: { enum: "doc" } }, required: true, since: "2026", rank: 1, enforced: { uniqueBy: "assumption" } },
resolutionSeconds: { type: "integer", enum: [20, 60], required: true, default: { value: 60 }, unit: "seconds", since: "2026", rank: 1, enforced: { enum: "doc" } },
} }, since: "2026", rank: 1 },
}, default: { text: "one data point a minute" }, since: "2026", update: "in-place" },
schedulingStrategy: { type: "string", enum: ["REPLICA", "DAEMON"], default: { value: "REPLICA" }, rank: 2, update: "refused" },
clientToken: { type: "string", maxLength: 36, pattern: "[\\x21-\\x7e]*", patternHelp: "printable ASCII characters without spaces", default: { text: "a new random token for each call, made by the CLI or SDK" }, update: "refused", enforced: { maxLength: "doc", pattern: "doc" } },
role: { type: "string", default: { text: "the service-linked role AWSServiceRoleForECS" }, update: "refused", arn: { takes: ["role"], short: "name" }, names: { kind: "role", role: "refers" } },
enableExecuteCommand: { type: "boolean", default: { value: false }, rank: 2, update: "in-place" },
tags: { type: "list", minItems: 0, maxItems: 50, uniqueBy: ["key"], item: { type: "object", members: shared3 }, rank: 2, update: "refused", enforced: { uniqueBy: "doc" } },
enableECSManagedTags: { type: "boolean", default: { value: false }, rank: 2, update: "in-place" },
propagateTags: { type: "string", enum: ["SERVICE", "TASK_DEFINITION", "NONE"], default: { value: "NONE" }, rank: 2, update: "in-place" },
} };

export const serviceUpdate: ObjectShape = { type: "object", members: {
service: { type: "string", required: true, rank: 1, arn: { takes: ["service"], short: "name" }, names: { kind: "service", role: "refers" } },
forceNewDeployment: { type: "boolean", default: { value: false }, rank: 2 },
} };

export const serviceResponse: ObjectShape = { type: "object", members: {
serviceArn: { type: "string", arn: { takes: ["service"] } },
clusterArn: { type: "string", arn: { takes: ["cluster"] } },
status: { type: "string", enum: ["ACTIVE", "DRAINING", "INACTIVE"] },
runningCount: { type: "integer", unit: "tasks" },
pendingCount: { type: "integer", unit: "tasks" },
platformFamily: { type: "string" },
taskSets: { type: "list", item: { type: "document" } },
deployments: { type: "list", item: { type: "document" } },
roleArn: { type: "string", arn: { takes: ["role"] } },
events: { type: "list", item: { type: "document" } },
createdAt: { type: "string" },
createdBy: { type: "string" },
currentServiceDeployment: { type: "string", since: "2026" },
currentServiceRevisions: { type: "list", item: { type: "document" }, since: "2026" },
resourceManagementType: { type: "string", since: "2026" },
} };

export const taskDefinition: ObjectShape = { type: "object", members: {
family: { type: "string", minLength: 1, maxLength: 255, pattern: "[A-Za-z0-9_-]*", patternHelp: "letters, digits, hyphens and underscores", required: true, rank: 1, names: { kind: "family", role: "defines" }, enforced: { minLength: "doc", maxLength: "doc", pattern: "recorded" } },
requiresCompatibilities: { type: "list", uniqueBy: [], item: { type: "string", enum: ["FARGATE", "EC2", "EXTERNAL", "MANAGED_INSTANCES"] }, default: { text: "no check; EC2 in practice" }, rank: 1, enforced: { uniqueBy: "assumption" } },
networkMode: { type: "string", enum: ["awsvpc", "bridge", "host", "none"], default: { value: "bridge" }, rank: 1 },
cpu: { type: "string", enum: ["256", "512", "1024", "2048", "4096", "8192", "16384"], open: true, default: { text: "none: the sum of the containers counts" }, unit: "CPU units", rank: 1 },
memory: { type: "string", default: { text: "none: the sum of the containers counts" }, unit: "MiB", rank: 1 },
executionRoleArn: { type: "string", rank: 1, arn: { takes: ["role"], short: "name" }, names: { kind: "role", role: "refers" } },
taskRoleArn: { type: "string", rank: 1, arn: { takes: ["role"], short: "name" }, names: { kind: "role", role: "refers" } },
containerDefinitions: { type: "list", minItems: 1, maxItems: 10, uniqueBy: ["name"], item: { type: "object", members: {
name: { type: "string", minLength: 1, maxLength: 255, pattern: "[A-Za-z0-9_-]*", patternHelp: "letters, digits, hyphens and underscores", needed: "doc", rank: 1, names: { kind: "container", role: "defines" }, enforced: { minLength: "assumption", maxLength: "doc", pattern: "doc" } },
image: { type: "string", minLength: 1, needed: "doc", rank: 1, names: { kind: "image", role: "refers" }, enforced: { minLength: "assumption" } },
essential: { type: "boolean", default: { value: true }, rank: 1 },
cpu: { type: "integer", min: 0, default: { text: "0: a share of what is left" }, unit: "CPU units", rank: 1, enforced: { min: "assumption" } },
memory: { type: "integer", min: 4, default: { text: "the memory of the task" }, unit: "MiB", rank: 1, enforced: { min: "doc" } },
memoryReservation: { type: "integer", min: 4, unit: "MiB", rank: 2, enforced: { min: "doc" } },
portMappings: { type: "list", item: { type: "object", members: {
containerPort: { type: "integer", min: 1, max: 65535, rank: 1, enforced: { min: "assumption", max: "assumption" } },
hostPort: { type: "integer", min: 0, max: 65535, default: { text: "a random port", cases: [{ when: "networkMode is awsvpc or host", text: "the containerPort" }] }, enforced: { min: "assumption", max: "assumption" } },
protocol: { type: "string", enum: ["tcp", "udp"], default: { value: "tcp" }, rank: 2 },
name: { type: "string", minLength: 1, maxLength: 64, pattern: "[a-z0-9_][a-z0-9_-]*", patternHelp: "lower-case letters, digits, underscores and hyphens, and does not begin with a hyphen", rank: 1, names: { kind: "port", role: "defines" }, enforced: { minLength: "assumption", maxLength: "doc", pattern: "doc" } },
appProtocol: { type: "string", enum: ["http", "http2", "grpc"], default: { text: "TCP" }, rank: 2 },
containerPortRange: { type: "string" },
} }, rank: 1 },
environment: { type: "list", uniqueBy: ["name"], item: { type: "object", members: {
name: { type: "string", rank: 1, names: { kind: "environment-variable", role: "defines" } },
value: { type: "string", rank: 1 },
} }, rank: 1, enforced: { uniqueBy: "assumption" } },
environmentFiles: { type: "list", maxItems: 10, item: { type: "object", members: {
value: { type: "string", required: true, rank: 1, arn: { takes: ["s3-object"] } },
type: { type: "string", enum: ["s3"], required: true, rank: 1 },
} }, enforced: { maxItems: "recorded" } },
secrets: { type: "list", uniqueBy: ["name"], item: { type: "object", members: shared1 }, rank: 1, enforced: { uniqueBy: "assumption" } },
command: { type: "list", item: { type: "string" }, default: { text: "the CMD of the image" }, rank: 2 },
entryPoint: { type: "list", item: { type: "string" }, default: { text: "the ENTRYPOINT of the image" }, rank: 2 },
healthCheck: { type: "object", members: {
command: { type: "list", minItems: 1, item: { type: "string" }, required: true, rank: 1, enforced: { minItems: "assumption" } },
interval: { type: "integer", min: 5, max: 300, default: { value: 30 }, unit: "seconds", rank: 1, enforced: { min: "doc", max: "recorded" } },
timeout: { type: "integer", min: 2, max: 60, default: { value: 5 }, unit: "seconds", rank: 1, enforced: { min: "doc", max: "recorded" } },
retries: { type: "integer", min: 1, max: 10, default: { value: 3 }, rank: 1, enforced: { min: "doc", max: "recorded" } },
startPeriod: { type: "integer", min: 0, max: 300, default: { text: "failures count from the start" }, unit: "seconds", rank: 1, enforced: { min: "doc", max: "recorded" } },
}, default: { text: "none: 40 seconds of running count as healthy when there is no load balancer" }, rank: 1 },
logConfiguration: { type: "object", members: shared2, default: { text: "the default driver of the Docker daemon; nothing on Fargate" }, rank: 1 },
dependsOn: { type: "list", uniqueBy: ["containerName"], item: { type: "object", members: {
containerName: { type: "string", required: true, rank: 1, names: { kind: "container", role: "refers" } },
condition: { type: "string", enum: ["START", "HEALTHY", "COMPLETE", "SUCCESS"], required: true, rank: 1 },
} }, rank: 2, enforced: { uniqueBy: "assumption" } },
mountPoints: { type: "list", item: { type: "object", members: {
sourceVolume: { type: "string", needed: "recorded", rank: 1, names: { kind: "volume", role: "refers" } },
containerPath: { type: "string", rank: 1 },
readOnly: { type: "boolean", default: { value: false }, rank: 2 },
} }, rank: 2 },
volumesFrom: { type: "list", item: { type: "object", members: {
sourceContainer: { type: "string", needed: "assumption", rank: 1, names: { kind: "container", role: "refers" } },
readOnly: { type: "boolean", default: { value: false } },
} } },
stopTimeout: { type: "integer", min: 0, default: { value: 30 }, unit: "seconds", rank: 2, enforced: { min: "assumption" } },
startTimeout: { type: "integer", min: 0, unit: "seconds", enforced: { min: "assumption" } },
restartPolicy: { type: "object", members: {
enabled: { type: "boolean", required: true, rank: 1 },
ignoredExitCodes: { type: "list", maxItems: 50, uniqueBy: [], item: { type: "integer" }, default: { text: "none: restart after any exit" }, enforced: { maxItems: "doc", uniqueBy: "assumption" } },
restartAttemptPeriod: { type: "integer", min: 60, max: 1800, default: { value: 300 }, unit: "seconds", enforced: { min: "recorded", max: "recorded" } },
}, default: { text: "no restart" } },
versionConsistency: { type: "string", enum: ["enabled", "disabled"], default: { value: "enabled" } },
linuxParameters: { type: "object", members: {
initProcessEnabled: { type: "boolean", default: { value: false }, rank: 2 },
capabilities: { type: "object", members: {
add: { type: "list", item: { type: "string" } },
drop: { type: "list", item: { type: "string" } },
}, default: { text: "Docker's usual set" } },
devices: { type: "list", item: { type: "object", members: {
hostPath: { type: "string", required: true, rank: 1 },
containerPath: { type: "string", default: { text: "the hostPath" } },
permissions: { type: "list", uniqueBy: [], item: { type: "string", enum: ["read", "write", "mknod"] }, default: { text: "read, write and mknod" }, enforced: { uniqueBy: "assumption" } },
} } },
sharedMemorySize: { type: "integer", min: 0, default: { value: 64 }, unit: "MiB", enforced: { min: "assumption" } },
tmpfs: { type: "list", item: { type: "object", members: {
containerPath: { type: "string", required: true, rank: 1 },
size: { type: "integer", min: 0, required: true, unit: "MiB", rank: 1, enforced: { min: "assumption" } },
mountOptions: { type: "list", item: { type: "string" } },
} } },
maxSwap: { type: "integer", min: 0, unit: "MiB", enforced: { min: "assumption" } },
swappiness: { type: "integer", min: 0, max: 100, default: { value: 60 }, enforced: { min: "doc", max: "doc" } },
} },
resourceRequirements: { type: "list", item: { type: "object", members: {
type: { type: "string", enum: ["GPU", "NeuronDevice", "InferenceAccelerator"], required: true, rank: 1 },
value: { type: "string", rank: 1 },
sharingStrategy: { type: "object", union: true, members: {
nvidiaMps: { type: "object", members: {
memory: { type: "integer", min: 1, required: true, unit: "MiB", since: "2026", rank: 1, enforced: { min: "assumption" } },
maxComputePercent: { type: "integer", min: 1, max: 100, unit: "percent", since: "2026", enforced: { min: "assumption", max: "assumption" } },
}, since: "2026", rank: 1 },
}, since: "2026" },
} } },
firelensConfiguration: { type: "object", members: {
type: { type: "string", enum: ["fluentbit", "fluentd"], required: true, rank: 1 },
options: { type: "map", value: { type: "string" }, keys: { "enable-ecs-log-metadata": { values: ["true", "false"] }, "config-file-type": { values: ["file", "s3"] }, "config-file-value": {  } } },
} },
repositoryCredentials: { type: "object", members: {
credentialsParameter: { type: "string", required: true, rank: 1, arn: { takes: ["secret"], short: "secret-name" } },
} },
links: { type: "list", item: { type: "string" } },
hostname: { type: "string" },
dnsServers: { type: "list", item: { type: "string" } },
dnsSearchDomains: { type: "list", item: { type: "string" } },
extraHosts: { type: "list", item: { type: "object", members: {
hostname: { type: "string", required: true, rank: 1 },
ipAddress: { type: "string", required: true, rank: 1 },
} } },
disableNetworking: { type: "boolean", default: { value: false } },
user: { type: "string", default: { text: "the USER of the image, often root" }, rank: 2 },
workingDirectory: { type: "string", default: { text: "the WORKDIR of the image" } },
readonlyRootFilesystem: { type: "boolean", default: { value: false }, rank: 2 },
privileged: { type: "boolean", default: { value: false } },
dockerSecurityOptions: { type: "list", item: { type: "string" } },
credentialSpecs: { type: "list", maxItems: 1, item: { type: "string", arn: { takes: ["credential-spec"] } }, enforced: { maxItems: "doc" } },
interactive: { type: "boolean", default: { value: false } },
pseudoTerminal: { type: "boolean", default: { value: false } },
ulimits: { type: "list", uniqueBy: ["name"], item: { type: "object", members: {
name: { type: "string", enum: ["nofile", "nproc", "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "rss", "rtprio", "rttime", "sigpending", "stack"], required: true, rank: 1 },
softLimit: { type: "integer", required: true, rank: 1 },
hardLimit: { type: "integer", required: true, rank: 1 },
} }, enforced: { uniqueBy: "assumption" } },
systemControls: { type: "list", item: { type: "object", members: {
namespace: { type: "string", rank: 1 },
value: { type: "string", rank: 1 },
} } },
dockerLabels: { type: "map", value: { type: "string" } },
} }, required: true, rank: 1, enforced: { minItems: "recorded", maxItems: "doc", uniqueBy: "recorded" } },
volumes: { type: "list", uniqueBy: ["name"], item: { type: "object", members: {
name: { type: "string", minLength: 1, maxLength: 255, pattern: "[A-Za-z0-9_-]*", patternHelp: "letters, digits, hyphens and underscores", needed: "assumption", rank: 1, names: { kind: "volume", role: "defines" }, enforced: { minLength: "assumption", maxLength: "doc", pattern: "recorded" } },
configuredAtLaunch: { type: "boolean", default: { value: false }, rank: 2 },
host: { type: "object", members: {
sourcePath: { type: "string", default: { text: "a folder that Docker makes and forgets" }, rank: 1 },
} },
efsVolumeConfiguration: { type: "object", members: {
fileSystemId: { type: "string", required: true, rank: 1, names: { kind: "file-system", role: "refers" } },
rootDirectory: { type: "string", default: { text: "the root, `/`" }, rank: 2 },
transitEncryption: { type: "string", enum: ["ENABLED", "DISABLED"], default: { value: "DISABLED" }, rank: 2 },
transitEncryptionPort: { type: "integer", min: 1, max: 65535, default: { text: "chosen by the mount helper" }, enforced: { min: "assumption", max: "assumption" } },
authorizationConfig: { type: "object", members: {
accessPointId: { type: "string", rank: 1 },
iam: { type: "string", enum: ["ENABLED", "DISABLED"], default: { value: "DISABLED" }, rank: 1 },
}, rank: 2 },
}, rank: 2 },
dockerVolumeConfiguration: { type: "object", members: {
scope: { type: "string", enum: ["task", "shared"], default: { value: "task" } },
autoprovision: { type: "boolean", default: { value: false } },
driver: { type: "string", default: { value: "local" } },
driverOpts: { type: "map", value: { type: "string" } },
labels: { type: "map", value: { type: "string" } },
} },
fsxWindowsFileServerVolumeConfiguration: { type: "object", members: {
fileSystemId: { type: "string", required: true, rank: 1, names: { kind: "file-system", role: "refers" } },
rootDirectory: { type: "string", required: true, rank: 1 },
authorizationConfig: { type: "object", members: {
credentialsParameter: { type: "string", required: true, rank: 1, arn: { takes: ["secret", "parameter"] } },
domain: { type: "string", required: true, rank: 1 },
}, required: true, rank: 1 },
} },
s3filesVolumeConfiguration: { type: "object", members: {
fileSystemArn: { type: "string", required: true, since: "2026", rank: 1, arn: { takes: ["s3-files"] } },
rootDirectory: { type: "string", default: { text: "the root, `/`" }, since: "2026" },
transitEncryptionPort: { type: "integer", min: 1, max: 65535, default: { text: "chosen by the mount helper" }, since: "2026", enforced: { min: "assumption", max: "assumption" } },
accessPointArn: { type: "string", since: "2026", arn: { takes: ["s3-files-access-point"] } },
}, since: "2026" },
} }, rank: 2, enforced: { uniqueBy: "assumption" } },
placementConstraints: { type: "list", maxItems: 10, item: { type: "object", members: {
type: { type: "string", enum: ["memberOf"], needed: "doc", rank: 1 },
expression: { type: "string", maxLength: 2000, rank: 1, enforced: { maxLength: "doc" } },
} }, enforced: { maxItems: "doc" } },
runtimePlatform: { type: "object", members: {
cpuArchitecture: { type: "string", enum: ["X86_64", "ARM64"], default: { value: "X86_64" }, rank: 1 },
operatingSystemFamily: { type: "string", enum: ["LINUX", "WINDOWS_SERVER_2025_CORE", "WINDOWS_SERVER_2025_FULL", "WINDOWS_SERVER_2022_CORE", "WINDOWS_SERVER_2022_FULL", "WINDOWS_SERVER_2019_CORE", "WINDOWS_SERVER_2019_FULL", "WINDOWS_SERVER_20H2_CORE", "WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2004_CORE"], default: { value: "LINUX" }, rank: 1 },
}, default: { text: "Linux on X86_64" }, rank: 2 },
ephemeralStorage: { type: "object", members: {
sizeInGiB: { type: "integer", min: 21, max: 200, required: true, default: { value: 20 }, unit: "GiB", rank: 1, enforced: { min: "recorded", max: "recorded" } },
}, default: { text: "20 GiB on Fargate" } },
pidMode: { type: "string", enum: ["task", "host"], default: { text: "each container sees its own" } },
ipcMode: { type: "string", enum: ["none", "task", "host"], default: { text: "Docker's own setting" } },
proxyConfiguration: { type: "object", members: {
containerName: { type: "string", required: true, rank: 1, names: { kind: "container", role: "refers" } },
type: { type: "string", enum: ["APPMESH"], default: { value: "APPMESH" } },
properties: { type: "list", item: { type: "object", members: {
name: { type: "string", rank: 1, names: { kind: "environment-variable", role: "defines" } },
value: { type: "string", rank: 1 },
} } },
}, deprecated: "App Mesh has been withdrawn. Use Service Connect." },
inferenceAccelerators: { type: "list", item: { type: "object", members: {
deviceName: { type: "string", required: true },
deviceType: { type: "string", required: true },
} }, deprecated: "Elastic Inference was shut down in April 2023; the API refuses the member." },
enableFaultInjection: { type: "boolean", default: { value: false } },
tags: { type: "list", minItems: 0, maxItems: 50, uniqueBy: ["key"], item: { type: "object", members: shared3 }, rank: 2, enforced: { uniqueBy: "doc" } },
} };

export const taskDefinitionResponse: ObjectShape = { type: "object", members: {
taskDefinitionArn: { type: "string", arn: { takes: ["task-definition"] } },
revision: { type: "integer" },
status: { type: "string", enum: ["ACTIVE", "INACTIVE", "DELETE_IN_PROGRESS"] },
requiresAttributes: { type: "list", item: { type: "document" } },
compatibilities: { type: "list", item: { type: "string" } },
registeredAt: { type: "string" },
registeredBy: { type: "string" },
deregisteredAt: { type: "string" },
deleteRequestedAt: { type: "string", since: "2026" },
} };

export const cluster: ObjectShape = { type: "object", members: {
name: { type: "string", default: { value: "default" }, rank: 1, names: { kind: "cluster", role: "defines" } },
subnets: { type: "list", uniqueBy: ["id"], item: { type: "object", members: {
id: { type: "string", required: true, rank: 1, names: { kind: "subnet", role: "defines" } },
zone: { type: "string", required: true, rank: 1, names: { kind: "zone", role: "defines" } },
freeAddresses: { type: "integer", min: 0, default: { text: "no limit" }, enforced: { min: "assumption" } },
} }, rank: 1, enforced: { uniqueBy: "assumption" } },
instances: { type: "list", item: { type: "object", members: {
id: { type: "string", default: { text: "i-1, i-2 and so on" }, rank: 2 },
count: { type: "integer", min: 1, default: { value: 1 }, rank: 1, enforced: { min: "assumption" } },
zone: { type: "string", required: true, rank: 1, names: { kind: "zone", role: "refers" } },
subnet: { type: "string", names: { kind: "subnet", role: "refers" } },
type: { type: "string", rank: 1 },
cpu: { type: "integer", min: 1, required: true, unit: "CPU units", rank: 1, enforced: { min: "assumption" } },
memory: { type: "integer", min: 1, required: true, unit: "MiB", rank: 1, enforced: { min: "assumption" } },
gpus: { type: "integer", min: 0, default: { value: 0 }, enforced: { min: "assumption" } },
interfaces: { type: "integer", min: 0, default: { text: "no limit" }, enforced: { min: "assumption" } },
attributes: { type: "map", value: { type: "string" }, rank: 2 },
status: { type: "string", enum: ["ACTIVE", "DRAINING"], default: { value: "ACTIVE" }, rank: 2 },
agentConnected: { type: "boolean", default: { value: true } },
agentVersion: { type: "string" },
registeredAt: { type: "string" },
capacityProvider: { type: "string", rank: 2, names: { kind: "capacity-provider", role: "refers" } },
tasks: { type: "list", item: { type: "object", members: {
group: { type: "string", required: true, rank: 1 },
count: { type: "integer", min: 1, default: { value: 1 }, unit: "tasks", rank: 1, enforced: { min: "assumption" } },
cpu: { type: "integer", min: 0, default: { value: 0 }, unit: "CPU units", rank: 1, enforced: { min: "assumption" } },
memory: { type: "integer", min: 0, default: { value: 0 }, unit: "MiB", rank: 1, enforced: { min: "assumption" } },
gpus: { type: "integer", min: 0, default: { value: 0 }, enforced: { min: "assumption" } },
hostPorts: { type: "list", item: { type: "integer", min: 1, max: 65535, enforced: { min: "assumption", max: "assumption" } } },
interfaces: { type: "integer", min: 0, default: { value: 0 }, enforced: { min: "assumption" } },
} }, rank: 2 },
} }, rank: 1 },
capacityProviders: { type: "list", uniqueBy: ["name"], item: { type: "object", members: {
name: { type: "string", required: true, rank: 1, names: { kind: "capacity-provider", role: "defines" } },
minimumSize: { type: "integer", min: 0, default: { value: 0 }, rank: 1, enforced: { min: "assumption" } },
maximumSize: { type: "integer", min: 0, default: { text: "no limit" }, rank: 1, enforced: { min: "assumption" } },
instance: { type: "object", members: {
type: { type: "string", rank: 1 },
cpu: { type: "integer", min: 1, required: true, unit: "CPU units", rank: 1, enforced: { min: "assumption" } },
memory: { type: "integer", min: 1, required: true, unit: "MiB", rank: 1, enforced: { min: "assumption" } },
gpus: { type: "integer", min: 0, default: { value: 0 }, enforced: { min: "assumption" } },
interfaces: { type: "integer", min: 0, default: { text: "no limit" }, enforced: { min: "assumption" } },
attributes: { type: "map", value: { type: "string" }, rank: 2 },
}, rank: 1 },
zones: { type: "list", item: { type: "string", names: { kind: "zone", role: "refers" } }, default: { text: "the zones of the cluster" } },
managedScaling: { type: "object", members: {
enabled: { type: "boolean", default: { value: true }, rank: 1 },
targetCapacity: { type: "integer", min: 1, max: 100, default: { value: 100 }, unit: "percent", enforced: { min: "doc", max: "doc" } },
minimumScalingStepSize: { type: "integer", min: 1, max: 10000, default: { value: 1 }, enforced: { min: "doc", max: "doc" } },
maximumScalingStepSize: { type: "integer", min: 1, max: 10000, default: { value: 10000 }, enforced: { min: "doc", max: "doc" } },
instanceWarmupPeriod: { type: "integer", min: 0, max: 10000, default: { value: 300 }, unit: "seconds", enforced: { min: "doc", max: "doc" } },
}, default: { text: "on, at 100 percent" }, rank: 2 },
} }, rank: 2, enforced: { uniqueBy: "assumption" } },
defaultCapacityProviderStrategy: { type: "list", item: { type: "object", members: shared0 }, default: { text: "none: such services run on EC2" }, rank: 2 },
serviceConnectNamespace: { type: "string", names: { kind: "namespace", role: "defines" } },
} };

export const settings: ObjectShape = { type: "object", members: {
profile: { type: "string", enum: ["auto", "create-service", "update-service", "ecspresso", "describe-services"], default: { value: "auto" }, rank: 1 },
rules: { type: "map", value: { type: "string", enum: ["error", "warning", "information", "hint", "off"] }, rank: 1 },
overrides: { type: "list", item: { type: "object", members: {
files: { type: "list", item: { type: "string", minLength: 1, enforced: { minLength: "assumption" } }, required: true, rank: 1 },
pointer: { type: "string", default: { text: "the whole file" } },
rules: { type: "map", value: { type: "string", enum: ["error", "warning", "information", "hint", "off"] }, rank: 1 },
profile: { type: "string", enum: ["auto", "create-service", "update-service", "ecspresso", "describe-services"], rank: 2 },
} }, rank: 1 },
files: { type: "list", item: { type: "string", minLength: 1, enforced: { minLength: "assumption" } }, default: { text: "recognised by content" }, rank: 2 },
exclude: { type: "list", item: { type: "string", minLength: 1, enforced: { minLength: "assumption" } }, default: { text: "node_modules, .git and what .gitignore names" }, rank: 2 },
taskDefinitions: { type: "map", value: { type: "string" }, rank: 1 },
simulator: { type: "object", members: {
cluster: { type: "string", default: { text: "enough room everywhere" }, rank: 1 },
timings: { type: "map", value: { type: "integer", min: 0 }, rank: 2 },
options: { type: "map", value: { type: "document" } },
seed: { type: "integer", default: { value: 1 } },
runs: { type: "integer", min: 1, max: 100000, default: { value: 1000 }, enforced: { min: "assumption", max: "assumption" } },
}, rank: 2 },
inlayHints: { type: "boolean", default: { value: true } },
codeLens: { type: "boolean", default: { value: true } },
trace: { type: "string", enum: ["off", "messages", "verbose"], default: { value: "off" } },
} };
