/**
 * What both shells need of a computer: files, URIs and the configuration. Node alone; the core never sees it.
 *
 * createConfiguration(options)  -> settingsFor(uri), problems()    `.ecs-preflight.*` and editor settings, merged
 * createNodeHost(options)       -> the core's Host on the file system
 * readText(path) / decode(bytes) -> text, or what is wrong with the file
 * toUri(path) / toPath(uri)
 */
export {
  type Configuration,
  type ConfigurationOptions,
  createConfiguration,
  type FileSettings,
  NO_SETTINGS,
} from './configuration';
export { CONFIG_NAMES } from './find';
export { folderMatcher, matcher } from './glob';
export { createNodeHost, type NodeHost, type NodeHostOptions } from './host';
export { type Config, parseConfig } from './parse';
export type { ConfigProblem } from './problem';
export { decode, MOST_BESIDE, MOST_CHECKED, type ReadResult, readText } from './read-file';
export { toPath, toUri } from './uri';
export { type WalkOptions, walk, walkSteps } from './walk';
