import { FARGATE, ROLE } from '../samples';

/** A Fargate service with a volume; its members follow with six spaces. */
export const VOLUME = `${FARGATE}volumeConfigurations:\n  - name: data\n    managedEBSVolume:\n      roleArn: ${ROLE}\n`;
