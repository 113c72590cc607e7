import { structure } from './fields';
import { capacity } from './service/capacity';
import { deployment } from './service/deployment';
import { gateway } from './service/gateway';
import { identity, updateOnly } from './service/identity';
import { lattice } from './service/lattice';
import { traffic } from './service/load-balancers';
import { monitoring } from './service/monitoring';
import { network } from './service/network';
import { placement } from './service/placement';
import { serviceConnect } from './service/service-connect';
import { volumes } from './service/volumes';

const { serviceName, cluster, taskDefinition, desiredCount, ...rest } = identity;

/** The whole CreateService request. The order is the one people write in; completion offers members in it. */
export const service = structure('CreateService', {
  serviceName,
  cluster,
  taskDefinition,
  desiredCount,
  ...capacity,
  ...network,
  ...traffic,
  ...deployment,
  ...placement,
  ...serviceConnect,
  ...lattice,
  ...gateway,
  ...volumes,
  ...monitoring,
  ...rest,
});

/** What UpdateService takes besides members of CreateService. */
export const serviceUpdate = structure('UpdateService', updateOnly);

export { responseService } from './service/response';
