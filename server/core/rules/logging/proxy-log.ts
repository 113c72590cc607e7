import type { Service } from '../../../../schemas';
import type { KnownKey } from '../../../../schemas/shape';
import type { Fact } from '../../model/fact';

export type LogConfiguration = NonNullable<NonNullable<Service['serviceConnectConfiguration']>['logConfiguration']>;

/** The log configuration of the Service Connect proxy, taken apart. */
export interface ProxyLog {
  config: Fact<LogConfiguration>;
  /** Undefined while it is not known. */
  driver: string | undefined;
  options: Fact<Record<string, string>>;
  secrets: Fact<{ name?: string; valueFrom?: string }>[];
  /** What the schema knows of options, by name. */
  known: Readonly<Record<string, KnownKey>>;
}

/** The log configuration of the proxy, absent where there is none; undefined while Service Connect is switched off. */
export function proxyLog(service: Fact<Service>): ProxyLog | undefined {
  const connect = service.get('serviceConnectConfiguration');
  const config = connect.get('logConfiguration');
  if (connect.get('enabled').is(false)) return undefined;
  const options = config.get('options') as Fact<Record<string, string>>;
  return {
    config: config as Fact<LogConfiguration>,
    driver: config.get('logDriver').value as string | undefined,
    options,
    secrets: config.get('secretOptions').items as ProxyLog['secrets'],
    known: (options.shape?.type === 'map' && options.shape.keys) || {},
  };
}

/** Whether an option is certainly not given, neither in plain text nor as a secret. */
export function lacks(log: ProxyLog, name: string): boolean {
  if (!log.options.get(name).absent) return false;
  const hidden = log.config.get('secretOptions').count === undefined;
  return !hidden && !log.secrets.some((secret) => secret.get('name').unknown || secret.get('name').is(name));
}

/** The drivers that Fargate has. Source: LogConfiguration, recorded pf-ecs-fargate-log-driver-unsupported. */
export const FARGATE_DRIVERS: readonly string[] = ['awslogs', 'splunk', 'awsfirelens'];
