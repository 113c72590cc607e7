/**
 * Where tasks go on container instances, and which go first when some must stop. The public face of this folder.
 *
 * Invariants: an instance never holds more than it registered; constraints bind and strategies are best effort; every
 * choice is the lexicographic least of the strategy's levels with the lowest id among equals, so the same input gives
 * the same answer; only the seed of a `random` strategy decides what is left to chance; what a description leaves
 * open is taken in favour of placement and listed as an assumption.
 *
 * clusterCapacity(request)        -> ClusterCapacity  the scheduler's Capacity, with reasons(revision) and assumptions()
 * split(n, strategy)              -> tasks per capacity provider, null where the strategy is refused
 * place(traceInput)               -> { seq, perAz, perInstance, failed }
 * placementReplays.KIND(in)       -> the members a reference trace of that kind expects
 * balanced(desired, zones)        -> tasks per zone after rebalancing, ascending
 * rebalanceSteps(counts)          -> moves of zone rebalancing
 * reservation(needed, running)    -> percent
 * scalingStep(…)                  -> instances to add
 */
export { balanced, type RebalanceStep, rebalanceSteps } from './balanced';
export { type ClusterCapacity, type ClusterRequest, clusterCapacity } from './cluster-capacity';
export { acceptsStrategy, nextProvider, split } from './providers';
export { countLacks, type ReasonRow } from './refusal';
export { type PlaceInput, type PlaceResult, place, placementReplays } from './replay';
export { instancesFor, reservation, type ScalingStep, scalingStep, tasksPerInstance } from './scaling';
export type * from './types';
