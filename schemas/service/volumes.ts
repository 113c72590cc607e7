import { list, optional, required, structure, text } from '../fields';
import { assumed } from '../meta';
import { managedVolume } from './managed-volume';

const volume = structure('ServiceVolumeConfiguration', {
  name: required(text(), {
    doc: `The volume of the task definition that is meant: the name of the one there with configuredAtLaunch true. A different name is refused.`,
    names: 'refers volume',
    rank: 1,
  }),
  managedEBSVolume: optional(managedVolume, {
    doc: `The EBS volume that ECS creates for each task. It goes with its task: what a replaced task had written is deleted, unless a snapshot is
      taken elsewhere.`,
    needed: assumed(true, 'there is no other kind of volume'),
    rank: 1,
    snippet: { roleArn: '«arn:aws:iam::»', sizeInGiB: '«20»', volumeType: 'gp3' },
  }),
});

export const volumes = {
  volumeConfigurations: optional(
    list(volume, {
      maxItems: assumed(1, 'a task definition has at most one volume configured at launch'),
      uniqueBy: assumed(['name'], 'one configuration for a volume'),
    }),
    {
      doc: `The details of the volume that the task definition leaves open with configuredAtLaunch: one new EBS volume for every task. During a
        deployment old and new tasks have theirs at the same time. A change starts a deployment.`,
      guide: 'ebs-volumes.html',
      since: 'BOTO3-2024',
      update: 'deploys',
      snippet: [
        {
          name: '«data»',
          managedEBSVolume: { roleArn: '«arn:aws:iam::»', sizeInGiB: '«20»', volumeType: 'gp3' },
        },
      ],
    },
  ),
};
