import { choice, integer, list, optional, required, structure, text, union } from '../fields';
import { assumed } from '../meta';

const nvidiaMps = structure('NvidiaMpsAllocation', {
  memory: required(integer({ min: assumed(1, 'a share of nothing') }), {
    doc: `GPU memory for the container, which has to be free on one GPU.`,
    unit: 'MiB',
    since: '2026',
    rank: 1,
  }),
  maxComputePercent: optional(integer({ min: assumed(1, 'a percentage'), max: assumed(100, 'a percentage') }), {
    doc: `The most of the GPU's computing that the container may take. A ceiling, not a promise.`,
    unit: 'percent',
    since: '2026',
  }),
});

export const resourceRequirements = () =>
  list(
    structure('ResourceRequirement', {
      type: required(
        choice({
          GPU: 'NVIDIA GPUs. EC2 and Managed Instances.',
          NeuronDevice: 'AWS Inferentia and Trainium devices.',
          InferenceAccelerator: 'Elastic Inference, which no longer exists.',
        }),
        { doc: `The kind of device that the container needs.`, rank: 1 },
      ),
      value: optional(text(), {
        doc: `How many, as a string. A GPU belongs to one container alone, unless sharingStrategy says otherwise.`,
        rank: 1,
      }),
      sharingStrategy: optional(
        union('SharingStrategy', {
          nvidiaMps: optional(nvidiaMps, {
            doc: `Shares one GPU among containers with NVIDIA's Multi-Process Service.`,
            since: '2026',
            rank: 1,
          }),
        }),
        { doc: `Lets containers share a GPU. Instead of value, and for GPU alone.`, since: '2026' },
      ),
    }),
  );
