import { capacity } from './capacity';
import { deployment } from './deployment';
import type { Edges } from './edges';
import { identity } from './identity';
import { loadBalancing } from './load-balancing';
import { logging } from './logging';
import { network } from './network';
import { placement } from './placement';
import { rollout } from './rollout';
import { scheduling } from './scheduling';
import { serviceConnect } from './service-connect';
import { shape } from './shape';
import { tagsAndVolumes } from './tags-volumes';
import { taskDefinition } from './task-definition';
import { updates, workspace } from './update';
import { volumes } from './volumes';

export const EDGES: Edges = {
  ...capacity,
  ...deployment,
  ...identity,
  ...loadBalancing,
  ...logging,
  ...network,
  ...placement,
  ...rollout,
  ...scheduling,
  ...serviceConnect,
  ...shape,
  ...tagsAndVolumes,
  ...taskDefinition,
  ...updates,
  ...volumes,
  ...workspace,
};
