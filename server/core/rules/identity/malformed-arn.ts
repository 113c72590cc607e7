import type { ArnFact, ArnKind } from '../../../../schemas/shape';
import type { Severity } from '../../finding';
import type { Fact } from '../../model/fact';
import { ACCOUNT_FORM, type Arn, type ArnForm, arnUses, exampleArn, formsOf, REGION_FORM } from '../arn';
import { factOf, replace } from '../fixes';
import { github } from '../links';
import { isPlaceholder, isPlaceholderAccount, isPlaceholderRegion } from '../placeholder';
import { defineRule } from '../rule';
import { BEHIND_TARGET_GROUP, REGISTRY, ROLE, TARGET_GROUP, WEB } from '../samples';
import { dotted, either, quote } from '../words';

interface Data {
  path: string;
  value: string;
  /** What is wrong, to follow "…: ". */
  wrong: string;
  forms: ArnForm[];
  /** The value as it was meant, when that is plain. */
  right?: string;
  severity?: Severity;
}

export default defineRule<Data>({
  id: 'malformed-arn',
  severity: 'error',
  group: 'identity',
  on: 'shape',
  since: '0.1.0',
  sources: ['R161', 'R174', 'R379', 'R381', 'R459', 'R466', 'issue:aws/copilot-cli#3446'],
  docs: {
    what: 'A value that has to be an ARN and cannot be one: a bare name, a part missing, an account id without twelve digits, a Region that does not exist in that form.',
    why: 'ECS looks the resource up by its ARN. A name, or an ARN with a part too few or misspelt, finds nothing and the request fails.',
    instead:
      'Copy the whole ARN from the console or from the output of the tool that made the resource. Words such as ACCOUNT_ID that stand for a value to come are left alone.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
      github('aws/copilot-cli/issues/3446'),
    ],
  },
  check(ctx, report) {
    for (const { fact, value, arn, takes } of arnUses(ctx.root)) {
      const forms = formsOf(takes);
      const problem = forms && problemOf(value, arn, takes, forms);
      if (!problem) continue;
      const { severity, ...rest } = problem;
      report({ at: fact as Fact, data: { path: dotted(fact.pointer), value, forms, ...rest }, severity });
    }
  },
  message: ({ path, value, wrong, forms }) => {
    const [form] = forms;
    const like = form ? ` It looks like ${exampleArn(form)}.` : '';
    return `${path} takes the ARN of ${either(forms.map((f) => f.name))}, but ${quote(value)} ${wrong}.${like}`;
  },
  fix: ({ at, data }) =>
    data.right === undefined
      ? []
      : [{ title: `Write ${data.right}`, safe: false, changes: replace(factOf(at), data.right) }],
  examples: {
    invalid: [
      {
        text: `${WEB}loadBalancers:\n  - targetGroupArn: ⟦my-target-group⟧\n    containerName: app\n    containerPort: 80\n`,
      },
      {
        text: `${WEB}serviceRegistries:\n  - registryArn: ⟦arn:aws:servicediscovery:eu-west-1a:111122223333:service/srv-a1b2c3d4e5f6g7h8⟧\n`,
        fixed: `${WEB}serviceRegistries:\n  - registryArn: ${REGISTRY}\n`,
      },
      {
        text: `${WEB}loadBalancers:\n  - targetGroupArn: ⟦arn:aws:elasticloadbalancing:eu-west-1:1111-2222-3333:targetgroup/web/0123456789abcdef⟧\n    containerName: app\n    containerPort: 80\n`,
        fixed: `${WEB}loadBalancers:\n  - targetGroupArn: ${TARGET_GROUP}\n    containerName: app\n    containerPort: 80\n`,
      },
      {
        text: `${WEB}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      sizeInGiB: 20\n      roleArn: ⟦arn:aws:iam:eu-west-1:111122223333:role/ecsInfrastructureRole⟧\n`,
        fixed: `${WEB}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      sizeInGiB: 20\n      roleArn: ${ROLE}\n`,
      },
      {
        text: `${WEB}loadBalancers:\n  - targetGroupArn: ⟦arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web⟧\n    containerName: app\n    containerPort: 80\n`,
      },
      {
        text: WEB,
        taskDefinition: `family: web\nexecutionRoleArn: ${ROLE}\ncontainerDefinitions:\n  - name: web\n    image: nginx\n    memory: 128\n    secrets:\n      - name: TOKEN\n        valueFrom: ⟦"web/db:token::"⟧\n`,
      },
      { text: `${WEB}launchType: EC2\nrole: ⟦my role⟧\n${BEHIND_TARGET_GROUP}` },
      {
        text: `${WEB}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      sizeInGiB: 20\n      kmsKeyId: ⟦my key⟧\n      roleArn: ${ROLE}\n`,
      },
    ],
    valid: [
      { text: `${WEB}launchType: EC2\nrole: team/ecsServiceRole\n${BEHIND_TARGET_GROUP}` },
      {
        text: `${WEB}loadBalancers:\n  - targetGroupArn: arn:aws:elasticloadbalancing:REGION:ACCOUNT_ID:targetgroup/web/xxxxxxxxx\n    containerName: app\n    containerPort: 80\n`,
      },
      {
        text: `${WEB}loadBalancers:\n  - targetGroupArn: BLUE_TARGET_GROUP_ARN\n    containerName: app\n    containerPort: 80\n`,
      },
      {
        text: `${WEB}serviceRegistries:\n  - registryArn: arn:aws:servicediscovery:region:123456789:service/srv-web\n`,
      },
    ],
  },
});

type Problem = Pick<Data, 'wrong' | 'right' | 'severity'>;

function problemOf(value: string, arn: Arn | undefined, takes: ArnFact, forms: ArnForm[]): Problem | undefined {
  if (!/^\s*arn\b/i.test(value)) return notAnArn(value, takes);
  const trimmed = value.replace(/\s+/g, '');
  if (trimmed !== value) return { wrong: 'has spaces in it', right: trimmed };
  if (!arn) {
    if (isPlaceholder(value) || (takes.short && !value.includes(':'))) return undefined;
    if (/^arn:/i.test(value) && !value.startsWith('arn:'))
      return { wrong: 'does not begin with arn: in small letters', right: `arn${value.slice('arn'.length)}` };
    return { wrong: 'has too few parts: an ARN has six, separated by colons' };
  }
  const form = forms.find((f) => f.service === arn.service);
  return (
    partitionProblem(arn) ?? (form && (regionProblem(arn, form) ?? resourceProblem(arn, form))) ?? accountProblem(arn)
  );
}

/** A resource that stops short: `targetgroup/web` without the id behind it, `role/` without a name. */
function resourceProblem(arn: Arn, form: ArnForm): Problem | undefined {
  if (!form.resource.test(arn.resource) || form.service === 's3') return undefined;
  const given = arn.resource.split('/');
  const wanted = form.example.split('/');
  if (given.some(isPlaceholder) && !given.includes('')) return undefined;
  if (given.length >= wanted.length && given[given.length - 1] !== '') return undefined;
  // An ECS service in the old format, service/NAME, names no cluster.
  if (form.service === 'ecs' && given.length === 2 && given[1] !== '') return undefined;
  return { wrong: `stops short: after ${given[0]}/ there should be ${wanted.slice(1).join('/')}` };
}

/** Key ids are UUIDs or multi-Region ids (`mrk-…`). Source: AWS KMS, key identifiers. */
const KEY_ID = /^(alias\/[\w/-]+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * What may stand in place of an ARN and has a form of its own. Source: IAM and Cloud Map, naming rules; of parameters
 * ECS itself says "The Systems Manager parameter name specified for secret … is invalid" (aws/copilot-cli#3446).
 */
const NAME_FORMS: readonly { takes: ArnKind; name: RegExp; what: string; severity: Severity }[] = [
  { takes: 'role', name: /^[\w+=,.@/-]+$/, what: 'role', severity: 'warning' },
  { takes: 'parameter', name: /^[\w./-]+$/, what: 'parameter', severity: 'error' },
  { takes: 'namespace', name: /^[!-~]+$/, what: 'namespace', severity: 'warning' },
];

function notAnArn(value: string, takes: ArnFact): Problem | undefined {
  if (isPlaceholder(value)) return undefined;
  if (!takes.short) return { wrong: 'is no ARN' };
  const stranger = NAME_FORMS.find(({ takes: kind }) => takes.takes.includes(kind));
  if (stranger && !stranger.name.test(value))
    return { wrong: `is no ARN, and no ${stranger.what} can be called so`, severity: stranger.severity };
  if (takes.short !== 'key-id-or-alias' || KEY_ID.test(value)) return undefined;
  return { wrong: 'is no ARN, no key id and no alias/NAME', severity: 'warning' };
}

const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f', 'aws-eusc'];

/** The partition that a Region lies in. Source: AWS, endpoints of the partitions. */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  const iso = /^(?:us|eu)-iso([bef]?)-/.exec(region);
  return iso ? (iso[1] ? `aws-iso-${iso[1]}` : 'aws-iso') : 'aws';
}

function partitionProblem(arn: Arn): Problem | undefined {
  if (!PARTITIONS.includes(arn.partition)) {
    if (isPlaceholder(arn.partition) || arn.partition === 'partition' || arn.partition.startsWith('aws-'))
      return undefined;
    return { wrong: `has the unknown partition ${quote(arn.partition)}`, right: write({ ...arn, partition: 'aws' }) };
  }
  if (!REGION_FORM.test(arn.region)) return undefined;
  const partition = partitionOf(arn.region);
  if (partition === arn.partition) return undefined;
  const wrong = `has the partition ${arn.partition}, while ${arn.region} lies in ${partition}`;
  return { wrong, right: write({ ...arn, partition }) };
}

function regionProblem(arn: Arn, form: ArnForm): Problem | undefined {
  if (form.global) {
    if (isPlaceholder(arn.region)) return undefined;
    return {
      wrong: `names the Region ${arn.region}, and ARNs of ${arn.service} name none`,
      right: write({ ...arn, region: '' }),
    };
  }
  if (arn.region === '') return { wrong: 'names no Region' };
  if (REGION_FORM.test(arn.region) || isPlaceholderRegion(arn.region)) return undefined;
  const zone = arn.region.replace(/[a-z]$/, '');
  if (REGION_FORM.test(zone)) {
    return { wrong: `names the Availability Zone ${arn.region}, not a Region`, right: write({ ...arn, region: zone }) };
  }
  const region = arn.region
    .toLowerCase()
    .replace(/_/g, '-')
    .replace(/([a-z])(\d+)$/, '$1-$2');
  return {
    wrong: `names ${quote(arn.region)}, which is no Region`,
    right: REGION_FORM.test(region) ? write({ ...arn, region }) : undefined,
  };
}

function accountProblem(arn: Arn): Problem | undefined {
  const { account } = arn;
  if (ACCOUNT_FORM.test(account) || isPlaceholderAccount(account)) return undefined;
  const digits = account.replaceAll('-', '');
  if (!/^\d+$/.test(digits)) return undefined;
  if (ACCOUNT_FORM.test(digits)) {
    return { wrong: 'has hyphens in the account id', right: write({ ...arn, account: digits }) };
  }
  const lost = digits.length === 11 ? '; a leading zero may have been lost' : '';
  return { wrong: `has an account id of ${digits.length} digits, and account ids have 12${lost}` };
}

const write = (arn: Arn) => ['arn', arn.partition, arn.service, arn.region, arn.account, arn.resource].join(':');
