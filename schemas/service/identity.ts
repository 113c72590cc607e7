import { tagList } from '../common/tags';
import { choice, flag, integer, optional, required, text } from '../fields';
import { documented, recorded } from '../meta';

/** What the service is, what it runs and how many. */
export const identity = {
  serviceName: required(
    text({
      minLength: documented(1),
      maxLength: recorded(255, 'ecs-service-name (2026-09-04)'),
      pattern: recorded('[A-Za-z0-9_-]*', 'ecs-service-name (2026-09-04)'),
      patternHelp: 'letters, digits, hyphens and underscores',
    }),
    {
      doc: `The name of the service, unique in its cluster. It ends up in the service ARN, in metrics and in log filters, and it
        can never be changed: a new name means a new service beside the old one. A deleted service keeps its name while it is
        draining. ecspresso takes the name from ecspresso.yml instead.`,
      names: 'defines service',
      rank: 1,
      update: 'refused',
    },
  ),
  cluster: optional(text(), {
    doc: `The cluster that runs the service, by name or by ARN. Left out, the cluster called \`default\` is meant, which is
      seldom what you want in a shared account. A service cannot move: in an update the member only says where to look for it.
      ecspresso takes the cluster from ecspresso.yml.`,
    default: 'default',
    arn: { takes: ['cluster'], short: 'name' },
    names: 'refers cluster',
    rank: 1,
    update: 'locates',
  }),
  taskDefinition: optional(text(), {
    doc: `What each task runs: \`family\`, \`family:revision\` or the whole ARN. Without a revision ECS takes the newest active
      one at this moment and stores that number; later revisions do not arrive by themselves. Needed with the ECS and CODE_DEPLOY
      controllers, refused with EXTERNAL, where each task set brings its own. A change starts a deployment.`,
    arn: { takes: ['task-definition'], short: 'family-revision' },
    names: 'refers family',
    guide: 'task_definitions.html',
    rank: 1,
    update: 'deploys',
  }),
  desiredCount: optional(
    integer({ min: recorded(0, 'emulators after the API: "desiredCount cannot be a negative number."') }),
    {
      doc: `How many tasks ECS keeps running. A REPLICA service needs it when it is created; a DAEMON service refuses any value, 0
      included, since the number of instances decides. Changing it scales the service without starting a deployment. When a scaling
      policy owns the number, a fixed value here undoes it at each update: leave it out, or write null for
      ecspresso, which then keeps what is there, but creates a new service with no tasks.`,
      default: {
        text: 'none: REPLICA needs a value on create',
        cases: [
          { when: 'schedulingStrategy is DAEMON', text: 'one task on each matching instance' },
          { when: 'the service exists', text: 'stays as it is' },
        ],
      },
      unit: 'tasks',
      rank: 1,
      update: 'in-place',
      nullable: true,
    },
  ),
  schedulingStrategy: optional(
    choice({
      REPLICA:
        'Keeps desiredCount tasks running, spread over the Availability Zones. The only choice on Fargate and with CODE_DEPLOY or EXTERNAL.',
      DAEMON:
        'Runs exactly one task on each container instance that fits the placement constraints. EC2 and EXTERNAL capacity only.',
    }),
    {
      doc: `Whether ECS counts tasks or instances. REPLICA keeps a number of tasks; DAEMON runs one on each active instance that
        fits, which suits log shippers and node agents. DAEMON takes no desiredCount, no placementStrategy, no capacity provider strategy
        and no maximumPercent above 100, works with the ECS controller alone and not on Fargate. It cannot be changed later.`,
      default: 'REPLICA',
      guide: 'ecs_service-options.html',
      rank: 2,
      update: 'refused',
    },
  ),
  clientToken: optional(
    text({
      maxLength: documented(36),
      pattern: documented('[\\x21-\\x7e]*'),
      patternHelp: 'printable ASCII characters without spaces',
    }),
    {
      doc: `A token of your own that makes the call safe to repeat: a second call with the same token gives back the first answer
        instead of a second service. The AWS CLI and the SDKs make one up. Written into a file it is the same for every call, so that
        creating the service again after deleting it may appear to do nothing.`,
      default: { text: 'a new random token for each call, made by the CLI or SDK' },
      update: 'refused',
    },
  ),
  role: optional(text(), {
    doc: `The IAM role with which ECS registers targets, by name or ARN. Today only a leftover: the service-linked role does this by
      itself. Refused without loadBalancers, with awsvpc networking (so always on Fargate), with several target groups, service discovery
      or an external controller. A name with a path other than \`/\` has to carry it.`,
    default: { text: 'the service-linked role AWSServiceRoleForECS' },
    arn: { takes: ['role'], short: 'name' },
    names: 'refers role',
    guide: 'using-service-linked-roles.html',
    update: 'refused',
  }),
  enableExecuteCommand: optional(flag(), {
    doc: `Lets people open a shell in running containers with \`aws ecs execute-command\`. The task role needs the ssmmessages
      permissions, and only tasks started after the change can be entered: an update alone leaves running tasks as they are. It gives
      whoever may call it everything the task role can do.`,
    default: false,
    since: 'BOTO3-2024',
    guide: 'ecs-exec.html',
    rank: 2,
    update: 'in-place',
  }),
  tags: optional(tagList(), {
    doc: `Tags of the service itself. They reach its tasks only with propagateTags SERVICE. At most 50, each key once. UpdateService
      takes no tags: later changes go through TagResource.`,
    guide: 'ecs-using-tags.html',
    rank: 2,
    update: 'refused',
  }),
  enableECSManagedTags: optional(flag(), {
    doc: `Has ECS put the tags \`aws:ecs:clusterName\` and \`aws:ecs:serviceName\` on each task, which makes costs attributable to a
      service. Set propagateTags too, or Cost Explorer gets nothing to work with. Tasks already running are not tagged afterwards.`,
    default: false,
    guide: 'ecs-using-tags.html',
    rank: 2,
    update: 'in-place',
  }),
  propagateTags: optional(
    choice({
      SERVICE: 'Each new task gets the tags of the service.',
      TASK_DEFINITION: 'Each new task gets the tags of the task definition revision it runs.',
      NONE: 'Tasks get no tags from either.',
    }),
    {
      doc: `Where new tasks take their tags from. Without it they carry none, and the cost of a service cannot be told from that of its
        neighbours. Tags are copied when a task starts: later changes reach only later tasks.`,
      default: 'NONE',
      guide: 'ecs-using-tags.html',
      rank: 2,
      update: 'in-place',
    },
  ),
};

/** What UpdateService takes in addition. */
export const updateOnly = {
  service: required(text(), {
    doc: `The existing service that an update is for, by name or ARN. Only UpdateService has it; CreateService calls it serviceName.`,
    arn: { takes: ['service'], short: 'name' },
    names: 'refers service',
    rank: 1,
  }),
  forceNewDeployment: optional(flag(), {
    doc: `Starts a deployment although nothing changed: new tasks replace all running ones, images behind a moving tag such as
      \`:latest\` are pulled again, and a changed capacity provider strategy reaches existing tasks. Only UpdateService has it; left
      in a file it replaces every task on every call.`,
    default: false,
    rank: 2,
  }),
};
