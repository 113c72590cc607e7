import { factOf, replace } from '../fixes';
import { github, REGISTER_TASK_DEFINITION } from '../links';
import { isPlaceholder } from '../placeholder';
import { defineRule } from '../rule';
import { quote } from '../words';
import { containersOf, taskDefinitionOf } from './parts';
import { fargateTask, ON_FARGATE } from './samples';

interface Data {
  image: string;
  /** What is wrong, to follow the image. */
  wrong: string;
  refused: boolean;
  right: string | undefined;
}

const task = (image: string) => fargateTask().replace('image: nginx', `image: ${image}`);
const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web';

export default defineRule<Data>({
  id: 'malformed-image',
  severity: 'error',
  group: 'task-definition',
  on: 'task-definition',
  since: '0.1.0',
  sources: ['issue:aws-actions/amazon-ecs-render-task-definition#49', 'today:containerDefinitions[].image'],
  docs: {
    what: 'An image that cannot be one: a space or another character that no image has, a protocol in front, a tag that is missing after its colon, capitals in the name of the repository.',
    why: 'Other characters than those that AWS documents are refused: "Container.image contains invalid characters." The rest is registered, and then no task can pull it.',
    instead: 'Write repository:tag or repository@sha256:digest, without a protocol.',
    links: [REGISTER_TASK_DEFINITION, github('aws-actions/amazon-ecs-render-task-definition/issues/49')],
  },
  check(ctx, report) {
    for (const container of containersOf(taskDefinitionOf(ctx))) {
      const image = container.get('image');
      if (image.value === undefined) continue;
      const problem = problemOf(image.value);
      if (problem) report({ at: image, data: problem, severity: problem.refused ? 'error' : 'warning' });
    }
  },
  message: ({ image, wrong, refused }) =>
    `The image ${quote(image)} ${wrong}${refused ? ', and ECS refuses the definition' : ': it would be registered, and no task could pull it'}. Write it as repository:tag or repository@sha256:digest.`,
  fix: ({ at, data }) =>
    data.right === undefined
      ? []
      : [{ title: `Write ${data.right}`, safe: false, changes: replace(factOf(at), data.right) }],
  examples: {
    invalid: [
      { text: ON_FARGATE, taskDefinition: task('⟦"nginx:1.27 "⟧'), fixed: task('"nginx:1.27"') },
      { text: ON_FARGATE, taskDefinition: task('⟦my web:1.0⟧') },
      { text: ON_FARGATE, taskDefinition: task(`⟦https://${ECR}:1.0⟧`), fixed: task(`${ECR}:1.0`) },
      { text: ON_FARGATE, taskDefinition: task(`⟦"${ECR}:"⟧`), fixed: task(`"${ECR}"`) },
      { text: ON_FARGATE, taskDefinition: task('⟦acme/Web:1.0⟧'), fixed: task('acme/web:1.0') },
    ],
    valid: [
      { text: ON_FARGATE, taskDefinition: task(`${ECR}@sha256:${'0123456789abcdef'.repeat(4)}`) },
      { text: ON_FARGATE, taskDefinition: task('localhost:5000/a_b/c.d-e:V1.0_RC') },
      { text: ON_FARGATE, taskDefinition: task('<IMAGE1_NAME>') },
      { text: ON_FARGATE, taskDefinition: task('REPOSITORY_URI') },
      { text: ON_FARGATE, taskDefinition: task('registry.acme.net/NAMESPACE/IMAGE_NAME:TAG') },
    ],
  },
});

function problemOf(image: string): Data | undefined {
  const trimmed = image.trim();
  if (isPlaceholder(trimmed.replace(/[@#]/g, ''))) return undefined;
  if (trimmed !== image) return { image, wrong: 'has a space at its end', refused: true, right: trimmed };
  const protocol = /^[a-z]+:\/\//i.exec(image)?.[0];
  if (protocol)
    return { image, wrong: `has ${protocol} in front`, refused: false, right: image.slice(protocol.length) };
  const stranger = /[^A-Za-z0-9_\-:./#@]/.exec(image)?.[0];
  if (stranger !== undefined) {
    return {
      image,
      wrong: `has ${stranger === ' ' ? 'a space' : quote(stranger)} in it`,
      refused: true,
      right: undefined,
    };
  }
  if (image.endsWith(':')) return { image, wrong: 'has a colon and no tag', refused: false, right: image.slice(0, -1) };
  return capitalsIn(image);
}

/** Repositories are written small; host names, tags and digests need not be. Source: OCI distribution, name grammar. */
function capitalsIn(image: string): Data | undefined {
  const name = /^([^@]*?)(?::[^:/@]*)?(?:@.*)?$/.exec(image)?.[1] ?? image;
  const host = /^(?:localhost|[^/]*[.:][^/]*)\//.exec(name)?.[0] ?? '';
  const repository = name.slice(host.length);
  if (repository === repository.toLowerCase() || repository.split('/').some(isPlaceholder)) return undefined;
  const right = host + repository.toLowerCase() + image.slice(name.length);
  return { image, wrong: 'has capitals in the name of the repository', refused: false, right };
}
