/** Public pages that the choices and timings of the simulator rest on. */
import { GUIDE, REFERENCE } from '../../../schemas/pages';

const ROADMAP = 'https://github.com/aws/containers-roadmap/issues';

export const PAGES = {
  rolling: `${GUIDE}deployment-type-ecs.html`,
  circuitBreaker: `${GUIDE}deployment-circuit-breaker.html`,
  throttling: `${GUIDE}service-throttle-logic.html`,
  draining: `${GUIDE}container-instance-draining.html`,
  targetChecks: `${GUIDE}load-balancer-healthcheck.html`,
  quotas: `${GUIDE}service-quotas.html`,
  fargateQuotas: `${GUIDE}throttling.html`,
  fargateProviders: `${GUIDE}fargate-capacity-providers.html`,
  breakerMembers: `${REFERENCE}API_DeploymentCircuitBreaker.html`,
  deploymentMembers: `${REFERENCE}API_DeploymentConfiguration.html`,
  breakerReset: `${ROADMAP}/1206`,
  placementRefusals: `${ROADMAP}/1273`,
} as const;
