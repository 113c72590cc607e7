/** Definitions of a realistic make-up to measure with. */

/** A service of about 2 KB with everything that most services have. */
export function serviceYaml(name) {
  return `# The ${name} service: two kinds of capacity, a load balancer, Service Connect.
serviceName: ${name}
cluster: production
taskDefinition: ${name}
desiredCount: 4
capacityProviderStrategy:
  - capacityProvider: FARGATE
    base: 1
    weight: 1
  - capacityProvider: FARGATE_SPOT
    weight: 3
platformVersion: 1.4.0
deploymentController:
  type: ECS
deploymentConfiguration:
  minimumHealthyPercent: 100
  maximumPercent: 200
  deploymentCircuitBreaker:
    enable: true
    rollback: true
  alarms:
    alarmNames: [${name}-5xx, ${name}-latency]
    enable: true
    rollback: true
loadBalancers:
  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/${name}/0123456789abcdef
    containerName: app
    containerPort: 8080
networkConfiguration:
  awsvpcConfiguration:
    subnets: [subnet-0a1b2c3d4e5f60718, subnet-0a1b2c3d4e5f60719]
    securityGroups: [sg-0a1b2c3d4e5f60718]
    assignPublicIp: DISABLED
healthCheckGracePeriodSeconds: 60
schedulingStrategy: REPLICA
serviceConnectConfiguration:
  enabled: true
  namespace: shop
  services:
    - portName: http
      discoveryName: ${name}
      clientAliases:
        - port: 80
          dnsName: ${name}
      timeout:
        idleTimeoutSeconds: 300
        perRequestTimeoutSeconds: 30
  logConfiguration:
    logDriver: awslogs
    options:
      awslogs-group: /ecs/${name}
      awslogs-region: eu-west-1
      awslogs-stream-prefix: connect
      mode: non-blocking
      max-buffer-size: 4m
volumeConfigurations:
  - name: data
    managedEBSVolume:
      roleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
      volumeType: gp3
      sizeInGiB: 50
      encrypted: true
enableECSManagedTags: true
propagateTags: SERVICE
enableExecuteCommand: true
tags:
  - key: team
    value: shop
  - key: environment
    value: production
  - key: cost-centre
    value: "4711"
`;
}

/** The task definition that the service of that name runs. */
export function taskDefinitionYaml(name) {
  return `family: ${name}
requiresCompatibilities: [FARGATE]
networkMode: awsvpc
cpu: "512"
memory: "1024"
executionRoleArn: arn:aws:iam::123456789012:role/ecsTaskExecutionRole
taskRoleArn: arn:aws:iam::123456789012:role/${name}
runtimePlatform:
  cpuArchitecture: ARM64
  operatingSystemFamily: LINUX
volumes:
  - name: data
    configuredAtLaunch: true
containerDefinitions:
  - name: app
    image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/${name}:1.4.2
    portMappings:
      - name: http
        containerPort: 8080
        appProtocol: http
    environment:
      - name: STAGE
        value: production
    secrets:
      - name: DATABASE_URL
        valueFrom: arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}/database
    mountPoints:
      - sourceVolume: data
        containerPath: /data
    healthCheck:
      command: [CMD-SHELL, curl -f http://localhost:8080/health]
      interval: 10
      retries: 3
    logConfiguration:
      logDriver: awslogs
      options:
        awslogs-group: /ecs/${name}
        awslogs-region: eu-west-1
        awslogs-stream-prefix: app
`;
}
