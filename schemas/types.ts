/** The types of the inputs. Type-only: importing them pulls no zod into a bundle. */
import type { z } from 'zod';
import type { cluster } from './cluster';
import type { service } from './service';
import type { settings } from './settings';
import type { taskDefinition } from './task-definition';

export type Service = z.infer<typeof service>;
export type TaskDefinition = z.infer<typeof taskDefinition>;
export type Cluster = z.infer<typeof cluster>;
export type Settings = z.infer<typeof settings>;
