import { CREATE_SERVICE, github } from '../links';
import { defineRule } from '../rule';
import { count } from '../words';

/** More places than this help nobody. */
const MOST = 20;

interface Data {
  name: string;
  cluster: string;
  file: string;
  sameFolder: boolean;
  /** How many more there are. */
  more: number;
}

const service = (count: number) => `serviceName: ⟦web⟧\ncluster: main\ntaskDefinition: web:1\ndesiredCount: ${count}\n`;

export default defineRule<Data>({
  id: 'service-defined-twice',
  severity: 'warning',
  group: 'workspace',
  on: 'workspace',
  since: '0.1.0',
  sources: ['R133', 'error:not-idempotent'],
  profiles: ['create-service'],
  docs: {
    what: 'Two definitions in view with the same serviceName and the same cluster.',
    why: 'A name is unique in its cluster: the one that is created second fails with "Creation of service was not idempotent." In different folders the files may be meant for different Regions or accounts, so that it is only a note there, unless the cluster is an ARN.',
    instead: 'Rename one, or put it into another cluster.',
    links: [CREATE_SERVICE, github('hashicorp/terraform-provider-aws/issues/2283')],
  },
  meets(service) {
    const [name, cluster] = [service.get('serviceName').value, service.get('cluster').value];
    return name === undefined || cluster === undefined ? [] : [wordFor(name, cluster)];
  },
  check(ctx, report) {
    const { service, file } = ctx;
    const name = service.get('serviceName');
    const cluster = service.get('cluster').value;
    if (name.value === undefined || cluster === undefined) return;
    const others = first(MOST, ctx.sharing(wordFor(name.value, cluster)));
    // The one beside this file says most.
    const other = others.find(({ uri }) => folderOf(uri) === folderOf(file.uri)) ?? others[0];
    if (!other) return;
    const sameFolder = folderOf(other.uri) === folderOf(file.uri);
    report({
      at: name,
      data: {
        name: name.value,
        cluster,
        file: other.uri.slice(other.uri.lastIndexOf('/') + 1),
        sameFolder,
        more: others.length - 1,
      },
      related: others.map(({ service: theirs }) => ({ at: theirs.get('serviceName'), message: 'The other one' })),
      severity: sameFolder || cluster.startsWith('arn:') ? 'warning' : 'information',
    });
  },
  message: ({ name, cluster, file, sameFolder, more }) =>
    `${file} ${sameFolder ? 'beside this one' : 'in another folder'}${more > 0 ? ` (and ${more < MOST - 1 ? count(more, 'file') : 'many'} more)` : ''} defines a service ${name} in the cluster ${cluster} too. A name is unique in its cluster: the one that is created second fails, unless it goes to another Region or account.`,
  examples: {
    invalid: [{ text: service(2), beside: { 'web-service-def.yaml': service(3).replaceAll(/[⟦⟧]/g, '') } }],
    valid: [
      {
        text: service(2).replaceAll(/[⟦⟧]/g, ''),
        beside: {
          'web-service-def.yaml': service(3).replaceAll(/[⟦⟧]/g, '').replace('cluster: main', 'cluster: staging'),
        },
      },
    ],
  },
});

function first<T>(most: number, all: Iterable<T>): T[] {
  const found: T[] = [];
  for (const one of all) if (found.push(one) === most) break;
  return found;
}

const wordFor = (name: string, cluster: string) => `service ${name} in ${cluster}`;

function folderOf(uri: string): string {
  return uri.replace(/[^/]*$/, '');
}
