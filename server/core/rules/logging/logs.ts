import type { Service, TaskDefinition } from '../../../../schemas';
import { goesWith } from '../../../../schemas/runtime';
import type { KnownKey } from '../../../../schemas/shape';
import { type Fact, onceForEach } from '../../model/fact';
import type { RuleContext } from '../rule';
import { containersOf, taskDefinitionOf } from '../task-definition/parts';

export type LogConfiguration = NonNullable<NonNullable<Service['serviceConnectConfiguration']>['logConfiguration']>;

/** A log configuration, taken apart. */
export interface Log {
  config: Fact<LogConfiguration>;
  /** Undefined while it is not known. */
  driver: string | undefined;
  options: Fact<Record<string, string>>;
  secrets: Fact<{ name?: string; valueFrom?: string }>[];
  /** What the schema knows of options, by name. */
  known: Readonly<Record<string, KnownKey>>;
}

/** The log configurations of a definition: of the Service Connect proxy in a service, of the containers in a task definition. */
export function logsOf(ctx: RuleContext): readonly Log[] {
  if (ctx.kind === 'task-definition') return containerLogs(taskDefinitionOf(ctx));
  const log = proxyLog(ctx.service);
  return log ? [log] : [];
}

const containerLogs = onceForEach((taskDefinition: Fact<TaskDefinition>): readonly Log[] =>
  containersOf(taskDefinition).map((container) => logIn(container.get('logConfiguration'))),
);

/** The log configuration of the Service Connect proxy, absent where there is none; undefined while Service Connect is switched off. */
export const proxyLog = onceForEach((service: Fact<Service>): Log | undefined => {
  const connect = service.get('serviceConnectConfiguration');
  return connect.get('enabled').is(false) ? undefined : logIn(connect.get('logConfiguration'));
});

/** Takes a log configuration apart. The proxy and containers have the same members. */
function logIn(fact: Fact<never> | Fact<unknown>): Log {
  const config = fact as unknown as Fact<LogConfiguration>;
  const options = config.get('options') as Fact<Record<string, string>>;
  return {
    config,
    driver: config.get('logDriver').value as string | undefined,
    options,
    secrets: config.get('secretOptions').items as Log['secrets'],
    known: (options.shape?.type === 'map' && options.shape.keys) || {},
  };
}

/** What the schema knows of an option of the driver. What all objects inherit (`constructor`) is no option. */
export function knownOption({ known, driver }: Log, name: string): KnownKey | undefined {
  const key = Object.hasOwn(known, name) ? known[name] : undefined;
  return key && goesWith(key, driver) ? key : undefined;
}

/** Whether an option is certainly not given, neither in plain text nor as a secret. */
export function lacks(log: Log, name: string): boolean {
  if (!log.options.get(name).absent) return false;
  const hidden = log.config.get('secretOptions').count === undefined;
  return !hidden && !log.secrets.some((secret) => secret.get('name').unknown || secret.get('name').is(name));
}

/** The drivers that Fargate has. Source: LogConfiguration, recorded pf-ecs-fargate-log-driver-unsupported. */
export const FARGATE_DRIVERS: readonly string[] = ['awslogs', 'splunk', 'awsfirelens'];
