import { choice, optional, structure, text } from '../fields';
import { documented } from '../meta';

export const constraint = structure('TaskDefinitionPlacementConstraint', {
  type: optional(choice({ memberOf: 'Only instances that match the expression.' }), {
    doc: `Always \`memberOf\` here; \`distinctInstance\` exists only for services and is refused.`,
    needed: documented(true, 'a constraint without type says nothing'),
    rank: 1,
  }),
  expression: optional(text({ maxLength: documented(2000) }), {
    doc: `An expression of the cluster query language, e.g. \`attribute:ecs.instance-type =~ g4dn.*\`.`,
    guide: 'cluster-query-language.html',
    rank: 1,
  }),
});

export const runtimePlatform = structure('RuntimePlatform', {
  cpuArchitecture: optional(
    choice({
      X86_64: 'Intel and AMD, the default.',
      ARM64: 'Graviton. Cheaper on Fargate; the images have to be built for it.',
    }),
    {
      doc: `The processor the images are built for. An image for the other one starts and dies with "exec format error". ARM64 is for Linux only.`,
      default: 'X86_64',
      rank: 1,
    },
  ),
  operatingSystemFamily: optional(
    choice({
      LINUX: 'Linux, the default.',
      WINDOWS_SERVER_2025_CORE: 'Windows Server 2025, Core.',
      WINDOWS_SERVER_2025_FULL: 'Windows Server 2025, Full.',
      WINDOWS_SERVER_2022_CORE: 'Windows Server 2022, Core.',
      WINDOWS_SERVER_2022_FULL: 'Windows Server 2022, Full.',
      WINDOWS_SERVER_2019_CORE: 'Windows Server 2019, Core.',
      WINDOWS_SERVER_2019_FULL: 'Windows Server 2019, Full.',
      WINDOWS_SERVER_20H2_CORE: 'Windows Server 20H2, Core. EC2 only.',
      WINDOWS_SERVER_2016_FULL: 'Windows Server 2016, Full. EC2 only.',
      WINDOWS_SERVER_2004_CORE: 'Windows Server 2004, Core. EC2 only.',
    }),
    {
      doc: `The operating system the containers are made for. Windows on Fargate needs 1 vCPU at least, and platform versions of its own.`,
      default: 'LINUX',
      rank: 1,
    },
  ),
});
